#include "net/url.hpp"

#include <algorithm>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <charconv>

namespace crosswalk::net {

namespace {

Error bad_url(std::string message) {
  return {.kind = ErrorKind::bad_input,
          .code = "badUrl",
          .path = {},
          .message = std::move(message),
          .salesforce_code = {}};
}

constexpr bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool is_unreserved(char c) {
  return is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

constexpr int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

constexpr std::uint16_t default_port(std::string_view scheme) {
  return scheme == "https" ? 443 : 80;
}

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
  });
}

// Registered names as DNS and certificates know them; no escapes, no underscores at the ends.
bool is_host_name(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.front() == '.' || host.front() == '-') return false;
  return std::all_of(host.begin(), host.end(),
                     [](char c) { return is_alnum(c) || c == '-' || c == '.' || c == '_'; });
}

Result<std::uint16_t> read_port(const boost::urls::url_view& url, std::string_view scheme) {
  if (!url.has_port() || url.port().empty()) return default_port(scheme);
  const std::string text(url.port().data(), url.port().size());
  unsigned port = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (code != std::errc() || end != text.data() + text.size() || port == 0 || port > 65535) {
    return bad_url("The port of the URL is not a number from 1 to 65535.");
  }
  return static_cast<std::uint16_t>(port);
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

Result<std::string> read_host(const boost::urls::url_view& url) {
  switch (url.host_type()) {
    case boost::urls::host_type::ipv4:
    case boost::urls::host_type::name: {
      const auto host = url.encoded_host();
      if (!is_host_name({host.data(), host.size()}))
        return bad_url("The URL's host is not a name.");
      return lowered({host.data(), host.size()});
    }
    case boost::urls::host_type::ipv6: {
      const auto host = url.encoded_host();  // with its brackets
      return lowered({host.data() + 1, host.size() - 2});
    }
    default:
      return bad_url("The URL has no host that can be reached.");
  }
}

}  // namespace

std::string Origin::authority() const {
  const bool bracketed = host.find(':') != std::string::npos;
  std::string text = bracketed ? "[" + host + "]" : host;
  if (port != default_port(scheme)) text += ":" + std::to_string(port);
  return text;
}

std::string Origin::text() const { return scheme + "://" + authority(); }

Result<Url> parse_url(std::string_view text) {
  if (text.size() > 16'384) return bad_url("The URL is longer than 16,384 bytes.");
  if (!is_printable_ascii(text)) {
    return bad_url("The URL holds a blank, a control character or a non-ASCII character.");
  }
  const auto parsed = boost::urls::parse_uri({text.data(), text.size()});
  if (!parsed) return bad_url("This is not an absolute URL.");
  const boost::urls::url_view& url = *parsed;
  Url out;
  out.origin.scheme = lowered({url.scheme().data(), url.scheme().size()});
  if (out.origin.scheme != "http" && out.origin.scheme != "https") {
    return bad_url("Only http and https URLs are taken.");
  }
  if (url.has_userinfo()) return bad_url("A URL with user information is not taken.");
  auto host = read_host(url);
  if (!host) return host.error();
  auto port = read_port(url, out.origin.scheme);
  if (!port) return port.error();
  out.origin.host = std::move(*host);
  out.origin.port = *port;
  const auto path = url.encoded_path();
  out.target = path.empty() ? "/" : std::string(path.data(), path.size());
  if (url.has_query()) {
    const auto query = url.encoded_query();
    out.target += '?';
    out.target.append(query.data(), query.size());
  }
  return out;
}

Result<Origin> parse_origin(std::string_view text) {
  auto url = parse_url(text);
  if (!url) return url.error();
  if (url->target != "/" || text.find_first_of("?#") != std::string_view::npos) {
    return bad_url("An origin is scheme, host and port alone.");
  }
  return std::move(url->origin);
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 0xf];
    }
  }
  return out;
}

Result<std::string> percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const int high = i + 1 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
    if (high < 0 || low < 0) return bad_url("A percent escape is not followed by two hex digits.");
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

std::string form_encode(const Fields& fields) {
  std::string out;
  for (const auto& [name, value] : fields) {
    if (!out.empty()) out += '&';
    out += percent_encode(name);
    out += '=';
    out += percent_encode(value);
  }
  return out;
}

Result<Fields> parse_form(std::string_view text, std::size_t fields_max) {
  Fields fields;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    if (fields.size() == fields_max) return bad_url("The form or query has too many fields.");
    std::string spaced(pair);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    const std::size_t equals = spaced.find('=');
    auto name = percent_decode(std::string_view(spaced).substr(0, equals));
    auto value =
        percent_decode(equals == std::string::npos ? std::string_view()
                                                   : std::string_view(spaced).substr(equals + 1));
    if (!name) return name.error();
    if (!value) return value.error();
    if (!is_utf8(*name) || !is_utf8(*value)) return bad_url("The form or query is not UTF-8.");
    fields.emplace_back(std::move(*name), std::move(*value));
  }
  return fields;
}

Result<std::vector<std::string>> split_path(std::string_view path) {
  if (path.empty() || path.front() != '/') return bad_url("A path begins with a slash.");
  path.remove_prefix(1);
  std::vector<std::string> segments;
  if (path.empty()) return segments;
  for (bool more = true; more;) {
    const std::size_t end = std::min(path.find('/'), path.size());
    more = end < path.size();
    auto segment = percent_decode(path.substr(0, end));
    if (!segment) return segment.error();
    if (segment->empty() && more) return bad_url("The path has an empty segment.");
    if (segment->find('/') != std::string::npos) return bad_url("The path has an encoded slash.");
    if (*segment == "." || *segment == "..") return bad_url("The path has a dot segment.");
    if (has_control(*segment)) return bad_url("The path has a control character.");
    if (!is_utf8(*segment)) return bad_url("The path is not UTF-8.");
    segments.push_back(std::move(*segment));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return segments;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned lead = byte(i);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() - i < size) return false;
    for (std::size_t k = 1; k < size; ++k) {
      if ((byte(i + k) & 0xc0) != 0x80) return false;
    }
    const unsigned second = byte(i + 1);
    if ((lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90)) return false;
    if ((lead == 0xed && second > 0x9f) || (lead == 0xf4 && second > 0x8f)) return false;
    i += size;
  }
  return true;
}

}  // namespace crosswalk::net
