#include "salesforce/requests.hpp"

#include "convert/decimal.hpp"
#include "net/url.hpp"
#include "salesforce/json_writer.hpp"

namespace crosswalk::salesforce {

std::string describe_path(std::string_view object) {
  return "/sobjects/" + net::percent_encode(object) + "/describe";
}

std::string query_path(std::string_view soql) { return "/query?q=" + net::percent_encode(soql); }

std::string upsert_path(std::string_view object, std::string_view external_id_field) {
  return std::string(kCollectionPath) + "/" + net::percent_encode(object) + "/" +
         net::percent_encode(external_id_field);
}

std::string collection_body(std::string_view object, std::string_view key_field, bool numeric_key,
                            std::span<const WriteRecord> records) {
  std::size_t bytes = 64;
  for (const WriteRecord& record : records) bytes += record.fields_json.size() + 96;
  std::string body;
  body.reserve(bytes);
  body = R"({"allOrNone":false,"records":[)";
  for (const WriteRecord& record : records) {
    if (body.back() != '[') body += ',';
    body += R"({"attributes":{"type":)";
    append_json_text(&body, object);
    body += "},";
    append_json_text(&body, key_field);
    body += ':';
    if (numeric_key && convert::is_json_number(record.target)) {
      body += record.target;
    } else {
      append_json_text(&body, record.target);
    }
    if (!record.fields_json.empty()) body += ',';
    body += record.fields_json;
    body += '}';
  }
  body += "]}";
  return body;
}

std::string next_path(std::string_view next_records_url) {
  std::string path(next_records_url);
  if (const auto url = net::parse_url(next_records_url)) path = url->target;
  return path.starts_with("/services/data/") ? path : std::string();
}

}  // namespace crosswalk::salesforce
