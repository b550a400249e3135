// A log line as text: pure functions, so that what reaches the file can be tested without one.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "observe/log.hpp"

namespace crosswalk::observe {

using LogStamp = std::chrono::sys_time<std::chrono::milliseconds>;

inline constexpr std::size_t kLogTextBytesMax = 512;

// {"time":"…Z","level":"info","event":"run.started","tenant":"lumen"} without the line end. Always
// valid JSON in valid UTF-8, whatever bytes a value holds.
std::string json_line(LogStamp time, Level level, std::string_view event,
                      const std::vector<LogField>& fields);

// 2026-11-22T16:30:00.000Z info    run.started tenant=lumen — values with blanks are quoted.
std::string human_line(LogStamp time, Level level, std::string_view event,
                       const std::vector<LogField>& fields);

}  // namespace crosswalk::observe
