// One SQLite connection and its prepared statements. Used by one thread. Inside this folder an
// SQLite failure is thrown as SqlFailure and caught in one place, the worker thread that runs the
// job (job_queue.hpp), where it becomes an Error.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include "diagnostic/result.hpp"
#include "runtime/clock.hpp"

namespace crosswalk::store::sqlite {

struct SqlFailure : std::exception {
  SqlFailure(int code_in, std::string message_in) : code(code_in), message(std::move(message_in)) {}
  const char* what() const noexcept override { return message.c_str(); }
  int code;  // SQLite's extended code
  std::string message;
};

// Full disk and lost files have codes of their own; the rest is "store".
Error to_error(const SqlFailure& failure);

// Bytes that are no text: encrypted blobs.
struct Blob {
  std::string_view bytes;
};

class Query;

class Database {
 public:
  enum class Use { write, read };
  Database(const std::filesystem::path& file, Use use);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // Prepared once, bound with the values in order. Values are copied; the same statement must not
  // be in use already.
  template <class... Values>
  Query query(std::string_view sql, const Values&... values);
  // Runs to the end; answers the number of rows changed.
  template <class... Values>
  std::int64_t execute(std::string_view sql, const Values&... values);
  void script(const std::string& sql);  // several statements, nothing bound

  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(db_) == 0; }
  [[nodiscard]] sqlite3* raw() { return db_; }

 private:
  friend class Query;
  struct Prepared {
    sqlite3_stmt* statement = nullptr;
    bool busy = false;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  Prepared& prepare(std::string_view sql);

  sqlite3* db_ = nullptr;
  std::unordered_map<std::string, std::unique_ptr<Prepared>, Hash, std::equal_to<>> statements_;
};

// A bound statement; gives it back to the connection when it dies.
class Query {
 public:
  template <class... Values>
  Query(Database& database, Database::Prepared& prepared, const Values&... values)
      : database_(database), prepared_(prepared), statement_(prepared.statement) {
    take();
    [[maybe_unused]] int place = 0;
    (bind(++place, values), ...);
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  void bind(int place, std::string_view text);
  void bind(int place, const std::string& text) { bind(place, std::string_view(text)); }
  void bind(int place, const char* text) { bind(place, std::string_view(text)); }
  void bind(int place, Blob blob);
  void bind(int place, std::nullopt_t) { check(sqlite3_bind_null(statement_, place)); }
  void bind(int place, runtime::Stamp stamp) {
    bind(place, static_cast<std::int64_t>(stamp.time_since_epoch().count()));
  }
  template <class T>
  requires(std::is_integral_v<T> || std::is_enum_v<T>) void bind(int place, T number) {
    check(sqlite3_bind_int64(statement_, place, static_cast<std::int64_t>(number)));
  }
  template <class T>
  void bind(int place, const std::optional<T>& value) {
    if (value) {
      bind(place, *value);
    } else {
      bind(place, std::nullopt);
    }
  }

  bool next();  // steps; false at the end

  // Columns of the present row, from 0.
  [[nodiscard]] bool null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }
  [[nodiscard]] std::int64_t integer(int column) const {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] bool truth(int column) const { return integer(column) != 0; }
  [[nodiscard]] std::string_view view(int column) const;  // until next()
  [[nodiscard]] std::string text(int column) const { return std::string(view(column)); }
  [[nodiscard]] runtime::Stamp stamp(int column) const {
    return runtime::Stamp(std::chrono::milliseconds(integer(column)));
  }
  [[nodiscard]] std::optional<runtime::Stamp> stamp_or_null(int column) const {
    return null(column) ? std::nullopt : std::optional(stamp(column));
  }
  [[nodiscard]] std::optional<std::string> text_or_null(int column) const {
    return null(column) ? std::nullopt : std::optional(text(column));
  }
  template <class E>
  [[nodiscard]] E word(int column) const {  // an enum kept as its number
    return static_cast<E>(integer(column));
  }

 private:
  void take();
  void check(int code) const;

  Database& database_;
  Database::Prepared& prepared_;
  sqlite3_stmt* statement_;
};

template <class... Values>
Query Database::query(std::string_view sql, const Values&... values) {
  return Query(*this, prepare(sql), values...);
}

template <class... Values>
std::int64_t Database::execute(std::string_view sql, const Values&... values) {
  Query query(*this, prepare(sql), values...);
  while (query.next()) {
  }
  return sqlite3_changes64(db_);
}

}  // namespace crosswalk::store::sqlite
