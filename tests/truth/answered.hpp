// The other side of the comparison: what the local org answers to the rows, in calls as a sync
// makes them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "truth/foretold.hpp"
#include "truth/rows.hpp"
#include "truth/scenario.hpp"

namespace crosswalk::org {
class Org;
}

namespace crosswalk::truth {

struct Answered {
  bool asked = false;  // rows that the preview refuses by itself are not sent
  std::string code;    // empty: the record was created
  std::string message;
  std::vector<std::string> fields;  // that the answer names; may be none

  [[nodiscard]] bool names(std::string_view field) const;
};

inline constexpr std::size_t kRowsMax = 200;  // of one call

// A new org for each file of rows.
class Asking {
 public:
  explicit Asking(const Scenario& scenario);
  ~Asking();

  // All rows of a file (at most kRowsMax) in one call: by the mapping's external id, or as new
  // records where it has none.
  std::vector<Answered> rows(const Rows& rows, const std::vector<Foretold>& foretold);
  // Records as new ones, each by itself, as many as wanted.
  std::vector<Answered> records(const std::vector<std::string>& records);

 private:
  std::vector<Answered> call(const std::string& method, const std::string& path,
                             const std::vector<std::string>& records);

  const Scenario& scenario_;
  std::unique_ptr<org::Org> org_;
  std::string token_;
};

}  // namespace crosswalk::truth
