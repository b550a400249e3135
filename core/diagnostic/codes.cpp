#include "diagnostic/codes.hpp"

#include <algorithm>
#include <array>

namespace crosswalk::diagnostic::codes {
namespace {

constexpr std::array kTable{
    kJsonSyntax,
    kJsonTooDeep,
    kJsonTooLarge,
    kJsonDuplicateKey,
    kNotAnObject,
    kUnknownKey,
    kWrongType,
    kMissingMember,
    kUnknownWord,
    kUnknownVersion,
    kNotCarriedOut,
    kUnknownTransform,
    kNothingMapped,
    kTooManyItems,
    kSchemaUnknownKey,
    kSchemaWrongType,
    kSchemaMissingMember,
    kSchemaUnknownType,
    kSchemaDuplicateName,
    kSchemaKeyUnknown,
    kSchemaBadNumber,
    kSchemaReferenceUnknown,
    kSchemaVersion,
    kSchemaListEmpty,
    kDescribeUnrecognised,
    kOrgUnreadable,
    kUnknownPlatformObject,
    kUnknownSalesforceObject,
    kObjectWithoutFields,
    kDuplicatePair,
    kObjectNotCreateable,
    kObjectNotUpdateable,
    kObjectNotQueryable,
    kNeitherCreateNorUpdate,
    kObjectNotDeletable,
    kUnknownPlatformField,
    kUnknownSalesforceField,
    kIncompatibleTypes,
    kLossyTypes,
    kTextMayBeTooLong,
    kNumberMayNotFit,
    kPicklistValueMissing,
    kNotWritable,
    kNotCreateable,
    kNotUpdateable,
    kRequiredUnmapped,
    kDuplicateTarget,
    kDisplayPushed,
    kDirectionConflict,
    kDefaultMissing,
    kDefaultUnfit,
    kTransformUnfit,
    kTruncationUnfit,
    kConflictWithoutBoth,
    kFieldHidden,
    kMaskedText,
    kConditionalTypes,
    kPlatformValueMissing,
    kRequiredMayBeEmpty,
    kPlatformRequiredUnmapped,
    kDependentPicklist,
    kKeyWritten,
    kUniqueTarget,
    kDefaultUnused,
    kMatchMissing,
    kExternalIdUnknown,
    kExternalIdUnfit,
    kExternalIdNotUnique,
    kExternalIdTooShort,
    kMatchFieldUnknown,
    kCreateWithoutExternalId,
    kExternalIdType,
    kExternalIdMapped,
    kConstantUnknownField,
    kConstantUnfit,
    kConstantNotWritable,
    kConstantWithoutPush,
    kWhereSyntax,
    kWhereUnknownField,
    kWhereNotFilterable,
    kWhereNotEvaluable,
    kPersonAccountName,
    kCurrencyUnstated,
    kValueTooLong,
    kValueNotANumber,
    kValueOutOfRange,
    kValueNotInPicklist,
    kValueNotADate,
    kValueNotADatetime,
    kValueNotATime,
    kValueNotATruth,
    kValueNotAnEmail,
    kValueNotAnId,
    kValueRequired,
    kValueWrongKind,
    kValueNotMapped,
    kValueTruncated,
};

constexpr bool in_order() {
  for (std::size_t i = 1; i < kTable.size(); ++i) {
    if (!(kTable[i - 1].code < kTable[i].code)) return false;
  }
  return true;
}
static_assert(in_order(), "codes are unique and stand in their order");

}  // namespace

std::span<const Code> all() { return kTable; }

const Code* find(std::string_view code) {
  const auto at =
      std::lower_bound(kTable.begin(), kTable.end(), code,
                       [](const Code& row, std::string_view wanted) { return row.code < wanted; });
  return at != kTable.end() && at->code == code ? &*at : nullptr;
}

}  // namespace crosswalk::diagnostic::codes
