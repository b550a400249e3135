#include "api/page.hpp"

#include "vault/tokens.hpp"

namespace crosswalk::api {
namespace {

constexpr std::string_view kStyle =
    "body{font:1rem/1.5 system-ui,sans-serif;color:#1c2430;background:#f5f6f8;margin:0}"
    "main{max-width:34rem;margin:12vh auto;padding:2rem;background:#fff;border-radius:.75rem;"
    "box-shadow:0 1px 4px #0002}h1{font-size:1.35rem;margin:0 0 .75rem}"
    "code{display:block;white-space:pre-wrap;overflow-wrap:anywhere;background:#f0f2f5;"
    "padding:.75rem;border-radius:.4rem;margin:1rem 0}a{color:#0b5cab}";

std::string escaped(std::string_view text) {
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

}  // namespace

Answer page(int status, const Page& content) {
  std::string html = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" +
                     escaped(content.title) +
                     "</title><meta name=\"viewport\" content=\"width=device-width\"><style>";
  html += kStyle;
  html += "</style></head><body><main><h1>" + escaped(content.title) + "</h1><p>" +
          escaped(content.text) + "</p>";
  if (!content.detail.empty()) html += "<code>" + escaped(content.detail) + "</code>";
  if (!content.link.empty()) {
    html +=
        "<p><a href=\"" + escaped(content.link) + "\">" + escaped(content.link_text) + "</a></p>";
  }
  html += "</main></body></html>";
  Answer answer{.status = status,
                .content_type = "text/html; charset=utf-8",
                .body = std::move(html),
                .headers = {},
                .streamed = false};
  answer.headers.emplace_back("Content-Security-Policy",
                              "default-src 'none'; style-src 'sha256-" +
                                  vault::base64_encode(vault::sha256(kStyle)) +
                                  "'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'");
  answer.headers.emplace_back("Referrer-Policy", "no-referrer");
  return answer;
}

Answer redirect(std::string location) {
  Answer answer = Answer::empty(302);
  answer.headers.emplace_back("Location", std::move(location));
  answer.headers.emplace_back("Referrer-Policy", "no-referrer");
  return answer;
}

}  // namespace crosswalk::api
