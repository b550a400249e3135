#include "org/http_message.hpp"

#include <algorithm>

namespace crosswalk::org {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

std::string url_decode(std::string_view text, bool plus_is_blank) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped =
        text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
    if (escaped) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += plus_is_blank && text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

std::string url_encode(std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
      continue;
    }
    out += '%';
    out += kHex[static_cast<unsigned char>(c) >> 4];
    out += kHex[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

std::string html_escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::multimap<std::string, std::string> read_form(std::string_view text) {
  std::multimap<std::string, std::string> out;
  while (!text.empty()) {
    const auto end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto equals = std::min(pair.find('='), pair.size());
    if (!pair.empty())
      out.emplace(url_decode(pair.substr(0, equals), true),
                  url_decode(pair.substr(std::min(equals + 1, pair.size())), true));
  }
  return out;
}

Target take_apart(std::string_view target) {
  Target out;
  const auto question = std::min(target.find('?'), target.size());
  std::string_view path = target.substr(0, question);
  if (question < target.size()) out.parameters = read_form(target.substr(question + 1));
  while (!path.empty()) {
    const auto slash = std::min(path.find('/'), path.size());
    if (slash > 0) out.segments.push_back(url_decode(path.substr(0, slash), false));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return out;
}

Response json_response(int status, std::string body) {
  Response out;
  out.status = status;
  out.body = std::move(body);
  if (!out.body.empty()) out.headers.emplace_back("Content-Type", "application/json;charset=UTF-8");
  return out;
}

Response html_response(int status, const std::string& title, const std::string& body) {
  Response out;
  out.status = status;
  out.body = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title +
             "</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:4rem "
             "auto;padding:0 1rem}"
             "button{font:inherit;padding:.5rem 1.5rem;margin-right:1rem}</style></head><body>" +
             body + "</body></html>";
  out.headers.emplace_back("Content-Type", "text/html;charset=UTF-8");
  out.headers.emplace_back("Cache-Control", "no-store");
  return out;
}

}  // namespace crosswalk::org
