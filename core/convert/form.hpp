// The form of a field's values: what decides whether two values mean the same. Salesforce writes
// 23.0 for 23, returns multi-select values in its own order, +0000 for Z and \n for \r\n: none of
// that is a change.
#pragma once

#include <cstdint>

#include "convert/value.hpp"
#include "schema/field_kind.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::convert {

enum class Form : std::uint8_t { text, number, truth, date, datetime, time, set, id };

Form form_of(schema::PlatformType type);
Form form_of(const schema::SalesforceField& field);

// Whether both mean the same: numbers by amount, sets by members, datetimes by instant, times by
// the wall clock, ids in 15 or 18 characters, texts with line ends made equal. Nothing (absent,
// null, "") equals nothing only. Values that do not have the form are compared as text. Allocates
// nothing.
bool same_value(Form form, const Value& left, const Value& right);

}  // namespace crosswalk::convert
