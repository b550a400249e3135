// Reads the steps of a field's transform by the table of steps. Inside mapping only.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/codes/mapping.hpp"
#include "diagnostic/diagnostic.hpp"
#include "json/source_map.hpp"
#include "mapping/document.hpp"
#include "names/members.hpp"

namespace crosswalk::mapping {

inline constexpr names::MemberCodes kMemberCodes{diagnostic::codes::kUnknownKey,
                                                 diagnostic::codes::kWrongType,
                                                 diagnostic::codes::kMissingMember};

// That a list of `size` has more than `most` items; answers how many are read.
std::size_t bounded(std::size_t size, std::size_t most, const std::string& pointer,
                    std::string_view what, Report& report);

// Values of the document. Of numbers the tree has only the nearest double, the text every digit.
class LiteralReader {
 public:
  explicit LiteralReader(std::string_view text) : text_(text) {}
  Literal read(const nlohmann::ordered_json& value, const std::string& pointer);

 private:
  std::string number_text(const nlohmann::ordered_json& value, const std::string& pointer);

  std::string_view text_;
  std::optional<json::SourceMap> map_;  // made when a number first asks for it
};

class StepReader {
 public:
  StepReader(LiteralReader& literals, Report& report) : literals_(literals), report_(report) {}

  // What can be understood of the list.
  void read(const nlohmann::ordered_json& list, const std::string& pointer,
            std::vector<Transform>& into, std::size_t depth = 0);

 private:
  using Tree = nlohmann::ordered_json;

  void read_step(const Tree& tree, const std::string& pointer, std::vector<Transform>& into,
                 std::size_t depth);
  const StepRow* find_own(const Tree& tree, const std::string& pointer);
  // False where the step lies too deep to be read.
  bool read_beside(const names::Members& members, Transform& transform, std::size_t depth);
  void read_entries(const Tree& map, const std::string& pointer, Transform& transform);
  void read_setting(const names::Members& members, std::string_view name, Transform& transform);
  void read_texts(const Tree& list, const std::string& pointer, std::vector<std::string>& texts);
  // Whether the value is one that its rule allows; reports where it is not.
  bool is_allowed(const MemberRule& rule, const Literal& value, const std::string& pointer);
  void report_idle(const names::Members& members, std::string_view name, std::string_view beside);

  LiteralReader& literals_;
  Report& report_;
};

}  // namespace crosswalk::mapping
