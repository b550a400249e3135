// The customer's real values through a mapping, before anything is sent: fed with the bytes of a
// CSV or NDJSON file, cut anywhere, it counts what Salesforce would refuse and what it would
// silently change, with the first examples, and measures each field's values. One object of a
// mapping, one way: to Salesforce. Every row counts as one that is created.
//
// Memory stays the same however many rows come. To stop, drop it; what was counted so far can be
// read at any time. One thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "diagnostic/result.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::preview {

enum class Format : std::uint8_t { csv, ndjson };

struct Setup {
  std::string_view mapping;  // the document's text
  const schema::PlatformSchema& platform;
  const schema::SalesforceSchema& salesforce;
  // The platform object, the Salesforce object, or "platform:Salesforce"; may be empty when the
  // mapping has one.
  std::string_view object;
  Format format = Format::csv;
  char separator = '\0';  // of a CSV; NUL: found out from the first rows
  std::size_t examples_max = 5;
  bool offenders = false;  // whether lines for --offenders are wanted
};

struct Progress {
  std::uint64_t bytes = 0, rows = 0, refused = 0;
};

class Preview {
 public:
  // Errors: bad_input; mappingInvalid, mappingObjectUnknown, mappingPullsOnly, and those of
  // convert::compile; path = JSON Pointer into the mapping. The schemas may go afterwards.
  static Result<Preview> open(const Setup& setup);

  Preview(Preview&&) noexcept;
  Preview& operator=(Preview&&) noexcept;
  ~Preview();

  // The next bytes of the file. An error is final (a cell, row or header beyond all bounds; path
  // "line:column"); the report then says what was seen before it.
  Result<void> feed(std::string_view bytes);
  // After the last bytes.
  Result<void> finish();

  [[nodiscard]] Progress progress() const;
  // {"bytes","rows","refused"}
  [[nodiscard]] std::string progress_json() const;
  // The report of the contract; before finish() "complete" is false in it.
  [[nodiscard]] std::string report_json() const;
  // The lines of refused rows since the last call, when the setup asked for them. Whoever feeds
  // takes them between chunks, so that they do not gather.
  std::string take_offenders();

 private:
  struct State;
  explicit Preview(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace crosswalk::preview
