#include "store/provision.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "runtime/with_timeout.hpp"
#include "store/failure.hpp"
#include "store/provision_message.hpp"
#include "store/store.hpp"

namespace crosswalk::store {

namespace {

namespace asio = boost::asio;
using Local = asio::local::stream_protocol;
using namespace std::chrono_literals;

constexpr auto kQuiet = asio::as_tuple(asio::use_awaitable);
constexpr auto kTalk = 5s;       // one side waits for the other's line
constexpr auto kPatience = 10s;  // the command waits for a server that is starting or stopping
constexpr auto kPause = 50ms;
constexpr int kBacklog = 16;

Error door_error(const char* what, int error) {
  return failure(ErrorKind::unavailable, "provisionDoor", {},
                 std::string(what) + ": " + std::strerror(error));
}

// The socket's address, through a handle of the folder: a socket's path may have 107 bytes only,
// the folder's may be longer.
class Address {
 public:
  explicit Address(const std::filesystem::path& data)
      : folder_(::open(data.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)),
        path_("/proc/self/fd/" + std::to_string(folder_) + "/crosswalk.sock") {}
  Address(const Address&) = delete;
  Address& operator=(const Address&) = delete;
  ~Address() {
    if (folder_ >= 0) ::close(folder_);
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  int folder_;
  std::string path_;
};

// Only the server's own user (or root) is answered.
bool is_own_user(int socket) {
  struct ucred peer {};
  socklen_t size = sizeof peer;
  return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
         (peer.uid == ::geteuid() || peer.uid == 0);
}

Task<std::string> read_line(Local::socket& socket) {
  std::string line;
  const auto [code, size] = co_await asio::async_read_until(
      socket, asio::dynamic_buffer(line, kProvisionLineMax), '\n', kQuiet);
  if (code) co_return door_error("reading", code.value());
  line.resize(size);
  co_return line;
}

Task<void> write_line(Local::socket& socket, std::string line) {
  const auto [code, size] = co_await asio::async_write(socket, asio::buffer(line), kQuiet);
  if (code) co_return door_error("writing", code.value());
  co_return Result<void>();
}

class Door final : public ProvisionDoor {
 public:
  Door(const std::filesystem::path& data, int handle) : address_(data), handle_(handle) {}
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;
  ~Door() override {
    if (handle_ >= 0) ::close(handle_);
    ::unlink(address_.path().c_str());
  }

  Task<void> serve(Store& store) override {
    const auto executor = co_await asio::this_coro::executor;
    Local::acceptor acceptor(executor);
    acceptor.assign(Local(), std::exchange(handle_, -1));
    {
      const std::lock_guard lock(mutex_);
      if (closed_) co_return Result<void>();
      stop_ = [executor, &acceptor] { asio::post(executor, [&acceptor] { acceptor.close(); }); };
    }
    while (acceptor.is_open()) {
      auto [code, socket] = co_await acceptor.async_accept(kQuiet);
      if (!code) {
        co_await answer(store, std::move(socket));
      } else if (acceptor.is_open()) {
        // Out of handles, say: trying again at once would only burn time.
        asio::steady_timer pause(executor, kPause);
        co_await pause.async_wait(kQuiet);
      }
    }
    const std::lock_guard lock(mutex_);
    stop_ = nullptr;
    co_return Result<void>();
  }

  void close() override {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    if (stop_) std::exchange(stop_, nullptr)();
  }

 private:
  static asio::awaitable<void> answer(Store& store, Local::socket socket) {
    if (!is_own_user(socket.native_handle())) co_return;
    auto reading = read_line(socket);
    auto line = co_await runtime::with_timeout(std::move(reading), kTalk);
    if (!line) co_return;
    Result<void> outcome;
    if (auto request = read_provision(*line)) {
      outcome =
          co_await store.tenants().create(std::move(request->tenant), std::move(request->key));
    } else {
      outcome = std::move(request.error());
    }
    auto writing = write_line(socket, write_provision_answer(outcome));
    // A command that went away meanwhile finds the tenant when it asks again.
    (void)co_await runtime::with_timeout(std::move(writing), kTalk);
  }

  Address address_;
  int handle_;
  std::mutex mutex_;
  bool closed_ = false;
  std::function<void()> stop_;
};

// Nothing when no server listens.
std::optional<Result<void>> ask_server(const std::filesystem::path& data,
                                       const ProvisionRequest& request) {
  const Address address(data);
  asio::io_context context;
  Local::socket socket(context);
  boost::system::error_code code;
  socket.connect(Local::endpoint(address.path()), code);
  if (code) return std::nullopt;
  auto talk = [&]() -> Task<void> {
    auto sent = co_await write_line(socket, write_provision(request));
    if (!sent) co_return sent;
    auto line = co_await read_line(socket);
    if (!line) co_return std::move(line.error());
    co_return read_provision_answer(*line);
  };
  Result<void> outcome;
  auto bounded = [&]() -> asio::awaitable<void> {
    outcome = co_await runtime::with_timeout(talk(), 2 * kTalk);
  };
  asio::co_spawn(context, bounded, [](const std::exception_ptr& thrown) {
    if (thrown) std::rethrow_exception(thrown);
  });
  context.run();
  return outcome;
}

Result<void> create_here(Store& store, const ProvisionRequest& request) {
  asio::io_context context;
  Result<void> outcome;
  auto create = [&]() -> asio::awaitable<void> {
    outcome = co_await store.tenants().create(request.tenant, request.key);
  };
  asio::co_spawn(context, create, [](const std::exception_ptr& thrown) {
    if (thrown) std::rethrow_exception(thrown);
  });
  context.run();
  return outcome;
}

}  // namespace

Result<void> provision_tenant(const std::filesystem::path& data, TenantRow tenant,
                              ApiKeyRow first_key) {
  const ProvisionRequest request{.tenant = std::move(tenant), .key = std::move(first_key)};
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (true) {
    auto opened = open_sqlite({.data = data, .readers = 1});
    if (opened) return create_here(**opened, request);
    if (opened.error().code != "dataInUse") return std::move(opened.error());
    if (auto answer = ask_server(data, request)) return std::move(*answer);
    if (std::chrono::steady_clock::now() >= end) return std::move(opened.error());
    std::this_thread::sleep_for(kPause);
  }
}

Result<std::unique_ptr<ProvisionDoor>> ProvisionDoor::open(const std::filesystem::path& data) {
  const int handle = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (handle < 0) return door_error("socket", errno);
  auto door = std::make_unique<Door>(data, handle);
  const Address address(data);
  ::unlink(address.path().c_str());
  struct sockaddr_un name {};
  name.sun_family = AF_UNIX;
  std::strncpy(name.sun_path, address.path().c_str(), sizeof name.sun_path - 1);
  if (::bind(handle, reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0)
    return door_error("bind", errno);
  if (::chmod(address.path().c_str(), 0600) != 0) return door_error("chmod", errno);
  if (::listen(handle, kBacklog) != 0) return door_error("listen", errno);
  return std::unique_ptr<ProvisionDoor>(std::move(door));
}

}  // namespace crosswalk::store
