// What a rule sees: one object pair with its two objects found, or one field pair with its two
// fields found. Pointers are null where a name is unknown; the rule about that name says so, the
// others pass over it. Lives for one validation.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compat/relation.hpp"
#include "convert/typing.hpp"
#include "diagnostic/diagnostic.hpp"
#include "diagnostic/fixes.hpp"
#include "mapping/document.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"
#include "validate/sent.hpp"
#include "validate/validate.hpp"

namespace crosswalk::validate {

struct FieldPair {
  const mapping::FieldMapping* line = nullptr;
  const schema::PlatformField* platform = nullptr;
  const schema::SalesforceField* salesforce = nullptr;  // a related record's on a line that pulls
  bool pushes = false;
  bool pulls = false;
  std::optional<compat::FieldVerdict> push_verdict;  // when both fields are known and it pushes
  std::optional<compat::FieldVerdict> pull_verdict;
  std::optional<convert::Typing> typing;  // of a line with a transform
  // Steps other than join and map stand between the two fields: what is sent is not what the
  // platform's field says. Then the verdicts are those of this type.
  std::optional<schema::PlatformType> sent_as;

  [[nodiscard]] bool known() const { return platform != nullptr && salesforce != nullptr; }
};

struct ObjectPair {
  const mapping::Document* document = nullptr;
  std::size_t number = 0;  // in the document
  const mapping::ObjectMapping* mapping = nullptr;
  const schema::PlatformSchema* platform_schema = nullptr;
  const schema::SalesforceSchema* salesforce_schema = nullptr;
  const schema::PlatformObject* platform = nullptr;
  const schema::SalesforceObject* salesforce = nullptr;
  const schema::SalesforceObject* admin = nullptr;  // as an admin sees it, where that is given
  const Org* org = nullptr;
  std::vector<FieldPair> fields;      // in the order of the mapping
  std::vector<SentLiteral> literals;  // what it writes itself; views of `fields`
  bool pushes = false;
  bool pulls = false;

  [[nodiscard]] bool known() const { return platform != nullptr && fields_known(); }
  [[nodiscard]] bool fields_known() const {
    return salesforce != nullptr && salesforce->has_fields;
  }
  // Whether some line, constant or the external id writes the Salesforce field.
  [[nodiscard]] bool fills(const schema::SalesforceField& field) const;
  [[nodiscard]] const schema::SalesforceField* external_id() const;
  // A field that the connected user does not see and an admin does. It has a finding of its own.
  [[nodiscard]] bool is_hidden(std::string_view field) const;
  // Whether the org has person accounts, as far as anything tells.
  [[nodiscard]] bool in_person_account_org() const;
};

// The whole document, for rules that compare its pairs.
struct ResolvedMapping {
  const mapping::Document* document = nullptr;
  const Input* input = nullptr;
  std::vector<ObjectPair> pairs;  // in the order of the document
};

ResolvedMapping resolve(const mapping::Document& document, const Input& input);

// Pairs of types that have a finding of their own beside the relation's verdict: a day and an
// instant; a nullable truth and a checkbox; a truth and a picklist without "true" and "false".
bool loses_its_zone(const FieldPair& field);
bool may_be_unknown(const FieldPair& field);
bool misses_truths(const FieldPair& field);

// Names for messages: "Last Name (LastName)", or the name alone where label and name are alike.
std::string named(const schema::SalesforceField& field);
std::string named(const schema::PlatformField& field);
std::string named(const schema::SalesforceObject& object);

// A part of a sentence: a text, or what is named or quoted in it. Refers to what it is made of.
class Part {
 public:
  Part(const char* text) : of_(Of::literal), what_(text) {}                               // NOLINT
  Part(std::string_view text) : of_(Of::view), what_(text.data()), size_(text.size()) {}  // NOLINT
  Part(const std::string& text) : of_(Of::string), what_(&text) {}                        // NOLINT
  Part(const schema::SalesforceField& field) : of_(Of::field), what_(&field) {}           // NOLINT
  Part(const schema::PlatformField& field) : of_(Of::platform_field), what_(&field) {}    // NOLINT
  Part(const schema::SalesforceObject& object) : of_(Of::object), what_(&object) {}       // NOLINT
  static Part quoted(const std::string& text) {
    Part part(text);
    part.of_ = Of::quoted_string;
    return part;
  }
  static Part quoted(std::string_view text) {
    Part part(text);
    part.of_ = Of::quoted_view;
    return part;
  }

  void append_to(std::string& out) const;

 private:
  enum class Of : std::uint8_t {
    literal,
    view,
    string,
    field,
    platform_field,
    object,
    quoted_string,
    quoted_view
  };

  Of of_;
  const void* what_;
  std::size_t size_ = 0;
};

// The parts after each other. Rules are many: their texts are put together here, in one place, and
// not by as many pieces of code.
std::string sentence(std::initializer_list<Part> parts);

// "a Text", "an Email".
std::string with_article(std::string_view words);

// Where the two names of a line stand; in the short form the key and the value.
std::string platform_pointer(const ObjectPair& pair, const FieldPair& field);
std::string salesforce_pointer(const ObjectPair& pair, const FieldPair& field);

// Fixes. A line in the short form has no room for further members: then there is none.
std::optional<Fix> rename_platform(const ObjectPair& pair, const FieldPair& field,
                                   std::string_view name);
Fix rename_salesforce(const ObjectPair& pair, const FieldPair& field, std::string_view name);
std::optional<Fix> set_member(const ObjectPair& pair, const FieldPair& field,
                              std::string_view member, std::string_view value_json,
                              std::string title);
Fix remove_line(const FieldPair& field);
Fix remove_constant(const mapping::Constant& constant);
// Whether records are matched by the line's platform field.
bool is_matched_by(const ObjectPair& pair, const FieldPair& field);
// Not where the line fills a field that new records need, or records are matched by it.
void offer_removal(const ObjectPair& pair, const FieldPair& field, Diagnostic& found);
// To only read it from Salesforce; not where no value could be read so.
void offer_reading(const ObjectPair& pair, const FieldPair& field, Diagnostic& found);
Fix remove_member(const FieldPair& field, std::string_view member);
void offer(Diagnostic& found, std::optional<Fix> fix);

// "a", "b", "c" and 4 more.
std::string listed(const std::vector<std::string>& items, std::size_t most = 5);

}  // namespace crosswalk::validate
