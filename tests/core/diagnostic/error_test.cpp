#include "diagnostic/error.hpp"

#include <gtest/gtest.h>

namespace crosswalk::diagnostic {
namespace {

// Warnings are errors here: a member without a default would not compile in this form.
TEST(Error, NamesOnlyTheMembersThatItHas) {
  const Error only_code{.code = "mappingNotFound"};
  EXPECT_EQ(only_code, (Error{ErrorKind::internal, "mappingNotFound", "", "", 0, ""}));
  const Error with_path{.kind = ErrorKind::bad_input, .code = "jsonSyntax", .path = "/objects"};
  EXPECT_EQ(with_path, (Error{ErrorKind::bad_input, "jsonSyntax", "/objects", "", 0, ""}));
  const Error from_salesforce{.kind = ErrorKind::refused, .salesforce_status = 403};
  EXPECT_EQ(from_salesforce, (Error{ErrorKind::refused, "", "", "", 403, ""}));
}

}  // namespace
}  // namespace crosswalk::diagnostic
