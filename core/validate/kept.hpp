// A member of an object pair that the document keeps as it was written ("campaign", "recordType"):
// its texts, for rules. Reading it again costs a few names, and only where it is there.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mapping/document.hpp"

namespace crosswalk::validate {

class Kept {
 public:
  Kept(const mapping::ObjectMapping& object, std::string_view name);

  // Empty where the member, or the text in it, is not there.
  [[nodiscard]] const std::string& text() const { return text_; }  // the member is a text itself
  [[nodiscard]] const std::string& text(std::string_view member) const;
  [[nodiscard]] const std::string& pointer() const { return pointer_; }
  [[nodiscard]] std::string pointer(std::string_view member) const;

 private:
  std::string pointer_;
  std::string text_;
  std::vector<std::pair<std::string, std::string>> members_;
};

}  // namespace crosswalk::validate
