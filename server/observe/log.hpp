// The one logger of the server: an event name and a few fields, written as one JSON line or one
// line for people. Which types may be a field's value is a closed list (text, whole numbers, truth,
// durations); a Secret does not compile. Text is cut at 512 bytes: a log holds ids, codes and
// counts, never records or tokens. Lines are handed to a writer thread through a bounded queue
// whose oldest lines are dropped when the disk is slow, so no caller ever waits. Safe from every
// thread. Until start_logging() is called nothing is written.
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

#include "diagnostic/result.hpp"
#include "observe/secret.hpp"

namespace crosswalk::observe {

enum class Level { debug, info, warning, error };
enum class LogFormat { json, human };

// A field's value. Text is borrowed until the call of log() returns.
class LogValue {
 public:
  LogValue(std::string_view text) : value_(text) {}                      // NOLINT: implicit
  LogValue(const std::string& text) : value_(std::string_view(text)) {}  // NOLINT: implicit
  LogValue(const char* text) : value_(std::string_view(text)) {}         // NOLINT: implicit
  template <std::same_as<bool> T>
  LogValue(T truth) : value_(truth) {}  // NOLINT: implicit
  template <std::signed_integral T>
  LogValue(T number) : value_(static_cast<std::int64_t>(number)) {}  // NOLINT: implicit
  template <std::unsigned_integral T>
  requires(!std::same_as<T, bool>) LogValue(T number)
      : value_(static_cast<std::uint64_t>(number)) {}  // NOLINT: implicit
  template <class Rep, class Period>
  LogValue(std::chrono::duration<Rep, Period> time)  // NOLINT: implicit; milliseconds
      : value_(static_cast<std::int64_t>(
            std::chrono::duration_cast<std::chrono::milliseconds>(time).count())) {}
  LogValue(const Secret&) = delete;

  using Value = std::variant<std::string_view, bool, std::int64_t, std::uint64_t>;
  [[nodiscard]] const Value& value() const { return value_; }

 private:
  Value value_;
};

struct LogField {
  std::string_view name;
  LogValue value;
};

using LogFields = std::initializer_list<LogField>;

// log(Level::info, "run.started", {{"tenant", tenant}, {"run", id}});
void log(Level level, std::string_view event, LogFields fields = {});

// The fields of an Error beside others: code, message and, where there is one, Salesforce's code.
void log_error(Level level, std::string_view event, const Error& error, LogFields fields = {});

struct LogOptions {
  LogFormat format = LogFormat::json;
  Level least = Level::info;
  std::string file;                            // empty: standard error
  std::function<void(std::string_view)> sink;  // when set, takes each line instead (tests)
};

// Replaces what was there; fails when the file cannot be opened. stop_logging() writes what is
// still queued and ends the writer thread.
Result<void> start_logging(LogOptions options);
void stop_logging();

}  // namespace crosswalk::observe
