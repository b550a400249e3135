// The members of each level of a mapping document: what the reader accepts and what the published
// JSON Schema must list (a test compares the two).
#pragma once

#include <array>
#include <string_view>

#include "names/members.hpp"

namespace crosswalk::mapping {

using names::Member;
using names::Shape;

inline constexpr std::array kDocumentMembers{
    Member{"$schema", Shape::text}, Member{"version", Shape::natural, true, "1"},
    Member{"name", Shape::text},    Member{"objects", Shape::list, true},
    Member{"policy", Shape::text},  Member{"country", Shape::text},
    Member{"people", Shape::list}};

inline constexpr std::array kObjectMembers{
    Member{"platform", Shape::text, true}, Member{"salesforce", Shape::text, true},
    Member{"direction", Shape::text},      Member{"match", Shape::object},
    Member{"create", Shape::truth},        Member{"update", Shape::truth},
    Member{"onDelete", Shape::text},       Member{"where", Shape::object},
    Member{"owner", Shape::text},          Member{"fields", Shape::list_or_object, true},
    Member{"constants", Shape::list},      Member{"lists", Shape::list},
    Member{"campaign", Shape::object},     Member{"parent", Shape::object},
    Member{"assignOwner", Shape::object},  Member{"recordType", Shape::text},
    Member{"shape", Shape::text},          Member{"consent", Shape::object},
    Member{"stamps", Shape::object}};

inline constexpr std::array kMatchMembers{Member{"externalId", Shape::text},
                                          Member{"fields", Shape::list},
                                          Member{"onMultiple", Shape::text}};

inline constexpr std::array kWhereMembers{Member{"salesforce", Shape::any_text},
                                          Member{"platform", Shape::any_text}};

inline constexpr std::array kFieldMembers{
    Member{"platform", Shape::text, true}, Member{"salesforce", Shape::text, true},
    Member{"direction", Shape::text},      Member{"conflict", Shape::text},
    Member{"transform", Shape::list},      Member{"onTooLong", Shape::text},
    Member{"onNull", Shape::text},         Member{"default", Shape::scalar},
    Member{"display", Shape::truth}};

inline constexpr std::array kConsentMembers{Member{"salesforce", Shape::text},
                                            Member{"unknown", Shape::text}};

inline constexpr std::array kConstantMembers{Member{"salesforce", Shape::text, true},
                                             Member{"value", Shape::scalar, true}};

// Of all steps together; which of them a step has is said by steps.hpp.
inline constexpr std::array kTransformMembers{
    Member{"join", Shape::any_text},    Member{"map", Shape::object},
    Member{"trim", Shape::text},        Member{"case", Shape::text},
    Member{"truncate", Shape::natural}, Member{"pad", Shape::natural},
    Member{"replace", Shape::text},     Member{"extract", Shape::text},
    Member{"split", Shape::text},       Member{"template", Shape::text},
    Member{"coalesce", Shape::list},    Member{"scale", Shape::natural},
    Member{"number", Shape::object},    Member{"format", Shape::object},
    Member{"date", Shape::object},      Member{"boolean", Shape::object},
    Member{"phone", Shape::text},       Member{"when", Shape::object},
    Member{"otherwise", Shape::scalar}, Member{"ellipsis", Shape::any_text},
    Member{"with", Shape::text},        Member{"side", Shape::text},
    Member{"by", Shape::any_text},      Member{"take", Shape::scalar},
    Member{"blanks", Shape::text},      Member{"rounding", Shape::text},
    Member{"then", Shape::list},        Member{"else", Shape::list}};

// Members that are read and kept, and what this version leaves undone for them.
struct KeptRow {
  std::string_view name;
  std::string_view undone;
};

inline constexpr std::array kKeptOfDocument{
    KeptRow{"people",
            "People are not yet shared out between several Salesforce objects: each "
            "object pair takes its own records."}};

inline constexpr std::array kKeptOfObject{
    KeptRow{"lists", "List views and reports do not limit the records yet: all records take part."},
    KeptRow{"campaign", "Campaign members are not written yet."},
    KeptRow{"parent", "Parent records are not linked yet: the parent field stays empty."},
    KeptRow{"assignOwner", "Owners are not assigned yet: records belong to the connected user."},
    KeptRow{"recordType", "The record type is not set yet: records get the user's default one."},
    KeptRow{"shape", "Person and business accounts are not told apart yet."},
    KeptRow{"consent", "Consent does not hold records back yet: all records take part."},
    KeptRow{"stamps", "No stamps are written to Salesforce yet."}};

}  // namespace crosswalk::mapping
