#include "observe/log.hpp"

#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

#include "observe/log_line.hpp"

namespace crosswalk::observe {

namespace {

constexpr std::size_t kQueueLinesMax = 8'192;
constexpr int kSilent = 100;

class FunctionSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit FunctionSink(std::function<void(std::string_view)> take) : take_(std::move(take)) {}

 private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    take_({message.payload.data(), message.payload.size()});
  }
  void flush_() override {}
  std::function<void(std::string_view)> take_;
};

// The logger refers to its pool weakly: the pool goes last, writing what is queued.
struct Writer {
  LogFormat format;
  std::shared_ptr<spdlog::details::thread_pool> pool;
  std::shared_ptr<spdlog::async_logger> logger;
};

std::mutex writer_mutex;
std::shared_ptr<Writer> writer;  // guarded by writer_mutex
std::atomic<int> least_level = kSilent;

std::shared_ptr<Writer> current_writer() {
  std::lock_guard lock(writer_mutex);
  return writer;
}

void replace_writer(std::shared_ptr<Writer> next, int level) {
  least_level = level;
  std::lock_guard lock(writer_mutex);
  writer.swap(next);
}

spdlog::sink_ptr make_sink(LogOptions& options) {
  if (options.sink) return std::make_shared<FunctionSink>(std::move(options.sink));
  if (options.file.empty()) return std::make_shared<spdlog::sinks::stderr_sink_mt>();
  return std::make_shared<spdlog::sinks::basic_file_sink_mt>(options.file);
}

void write(Level level, std::string_view event, const std::vector<LogField>& fields) {
  const auto target = current_writer();
  if (!target) return;
  const auto now =
      std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto line = target->format == LogFormat::json ? json_line(now, level, event, fields)
                                                      : human_line(now, level, event, fields);
  target->logger->log(spdlog::level::info, spdlog::string_view_t(line));
}

}  // namespace

void log(Level level, std::string_view event, LogFields fields) {
  if (static_cast<int>(level) < least_level.load(std::memory_order_relaxed)) return;
  write(level, event, std::vector<LogField>(fields));
}

void log_error(Level level, std::string_view event, const Error& error, LogFields fields) {
  if (static_cast<int>(level) < least_level.load(std::memory_order_relaxed)) return;
  std::vector<LogField> all(fields);
  all.push_back({"code", error.code});
  all.push_back({"message", error.message});
  if (!error.salesforce_code.empty()) all.push_back({"salesforceCode", error.salesforce_code});
  write(level, event, all);
}

Result<void> start_logging(LogOptions options) {
  auto next = std::make_shared<Writer>();
  next->format = options.format;
  const int level = static_cast<int>(options.least);
  const std::string file = options.file;
  try {
    next->pool = std::make_shared<spdlog::details::thread_pool>(kQueueLinesMax, 1);
    next->logger = std::make_shared<spdlog::async_logger>(
        "crosswalk", make_sink(options), next->pool, spdlog::async_overflow_policy::overrun_oldest);
  } catch (const spdlog::spdlog_ex&) {
    return Error{.kind = ErrorKind::unreadable,
                 .code = "logFileUnwritable",
                 .path = file,
                 .message = "The log file cannot be opened for writing.",
                 .salesforce_code = {}};
  }
  next->logger->set_pattern("%v");
  next->logger->flush_on(spdlog::level::trace);
  replace_writer(std::move(next), level);
  return {};
}

void stop_logging() { replace_writer(nullptr, kSilent); }

}  // namespace crosswalk::observe
