// What an operator may set about the way Salesforce is spoken to. Every bound is here.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace crosswalk::salesforce {

struct Settings {
  std::string api_version = "62.0";  // pinned: a newer one is an operator's decision
  std::string client_name = "crosswalk";
  std::size_t page_records = 2000;     // a hint; Salesforce may answer fewer
  std::size_t page_records_min = 200;  // Salesforce's own; pages that are too large go down to it
  std::size_t answer_bytes_max = 32u << 20;          // describes and pages
  std::chrono::milliseconds call_deadline{120'000};  // one HTTP exchange
  std::chrono::milliseconds token_deadline{60'000};  // one exchange with the token endpoint
  int attempts_max = 5;                              // of a call that may be repeated
  std::chrono::milliseconds backoff_first{500};  // full jitter below first, 2x first, 4x first …
  std::chrono::milliseconds backoff_max{30'000};
  int save_attempts_max = 60;  // of new tokens that the store fails to take: about an hour
  std::chrono::milliseconds save_pause_first{1'000};  // doubled up to the longest
  std::chrono::milliseconds save_pause_max{60'000};
};

}  // namespace crosswalk::salesforce
