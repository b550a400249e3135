#include "api/console_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "api/problem.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::api {
namespace {

constexpr std::size_t kFilesMax = 2'000;
constexpr std::size_t kBytesMax = std::size_t{64} << 20;

constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "connect-src 'self'; img-src 'self' data:; font-src 'self'; worker-src 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

struct Type {
  std::string_view extension;
  std::string_view content_type;
};

constexpr std::array kTypes{
    Type{".html", "text/html; charset=utf-8"},
    Type{".js", "text/javascript; charset=utf-8"},
    Type{".mjs", "text/javascript; charset=utf-8"},
    Type{".css", "text/css; charset=utf-8"},
    Type{".wasm", "application/wasm"},
    Type{".json", "application/json"},
    Type{".map", "application/json"},
    Type{".svg", "image/svg+xml"},
    Type{".png", "image/png"},
    Type{".ico", "image/x-icon"},
    Type{".woff2", "font/woff2"},
    Type{".txt", "text/plain; charset=utf-8"},
};

std::string_view content_type_of(const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  for (const Type& type : kTypes) {
    if (type.extension == extension) return type.content_type;
  }
  return "application/octet-stream";
}

// Vite writes assets/name-<hash>.ext: the hash changes with the content, so the name can be kept.
bool is_hashed_name(std::string_view path) {
  return path.starts_with("assets/") && path.find('-') != std::string_view::npos;
}

Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file) return bytes;
  return make_error(ErrorKind::unreadable, "fileUnreadable", "The file cannot be read.",
                    path.string());
}

std::string joined(const std::vector<std::string>& path) {
  std::string text;
  for (const std::string& segment : path) {
    if (!text.empty()) text += '/';
    text += segment;
  }
  return text;
}

bool list_names(std::string_view list, std::string_view wanted) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    std::string_view item = list.substr(0, comma);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    const std::size_t parameters = item.find(';');
    const bool zero = parameters != std::string_view::npos &&
                      item.substr(parameters).find("q=0") != std::string_view::npos &&
                      item.substr(parameters).find("q=0.") == std::string_view::npos;
    item = item.substr(0, parameters);
    while (item.starts_with(' ')) item.remove_prefix(1);
    while (item.ends_with(' ')) item.remove_suffix(1);
    if (item == wanted) return !zero;
  }
  return false;
}

}  // namespace

void add_page_headers(Answer& answer) {
  answer.headers.emplace_back("Content-Security-Policy", kContentSecurityPolicy);
  answer.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  answer.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  answer.headers.emplace_back("Referrer-Policy", "no-referrer");
}

Result<ConsoleFiles> ConsoleFiles::load(const std::string& directory) {
  namespace fs = std::filesystem;
  std::error_code failure;
  ConsoleFiles console;
  std::size_t bytes_total = 0;
  for (fs::recursive_directory_iterator at(directory, failure), end; !failure && at != end;
       at.increment(failure)) {
    if (at->is_symlink(failure) || !at->is_regular_file(failure)) continue;
    auto bytes = read_file(at->path());
    if (!bytes) return bytes.error();
    bytes_total += bytes->size();
    if (bytes_total > kBytesMax || console.files_.size() >= kFilesMax) {
      return make_error(ErrorKind::too_large, "consoleTooLarge",
                        "This folder holds more than a console would.", directory);
    }
    std::string name = at->path().lexically_relative(directory).generic_string();
    if (name.ends_with(".br")) {
      console.files_[name.substr(0, name.size() - 3)].brotli = std::move(*bytes);
      continue;
    }
    File& file = console.files_[name];
    file.content_type = content_type_of(at->path());
    file.etag = '"' + vault::sha256_hex(*bytes).substr(0, 32) + '"';
    file.hashed_name = is_hashed_name(name);
    file.bytes = std::move(*bytes);
  }
  if (failure) {
    return make_error(ErrorKind::unreadable, "consoleUnreadable",
                      "The console's folder cannot be read: " + failure.message() + ".", directory);
  }
  // A lone .br without its file is nothing that can be served to everyone.
  std::erase_if(console.files_, [](const auto& entry) { return entry.second.etag.empty(); });
  return console;
}

const ConsoleFiles::File* ConsoleFiles::find(const std::vector<std::string>& path) const {
  const std::string name = joined(path);
  const auto at =
      files_.find(name.empty() ? std::string_view("index.html") : std::string_view(name));
  return at == files_.end() ? nullptr : &at->second;
}

bool ConsoleFiles::has(const std::vector<std::string>& path) const { return find(path) != nullptr; }

Answer ConsoleFiles::answer(const net::RequestHead& head) const {
  const File* file = find(head.path);
  Answer answer;
  answer.content_type = file->content_type;
  add_page_headers(answer);
  answer.headers.emplace_back("Vary", "Accept-Encoding");
  answer.headers.emplace_back(
      "Cache-Control", file->hashed_name ? "public, max-age=31536000, immutable" : "no-cache");
  const bool brotli =
      !file->brotli.empty() && list_names(head.headers.get("Accept-Encoding").value_or(""), "br");
  // The two representations need two validators (RFC 9110, 8.8.3.3).
  std::string etag = file->etag;
  if (brotli) etag.insert(etag.size() - 1, "-br");
  answer.headers.emplace_back("ETag", etag);
  if (list_names(head.headers.get("If-None-Match").value_or(""), etag)) {
    answer.status = 304;
    answer.content_type = "";
    return answer;
  }
  if (brotli) answer.headers.emplace_back("Content-Encoding", "br");
  answer.body = brotli ? file->brotli : file->bytes;
  return answer;
}

}  // namespace crosswalk::api
