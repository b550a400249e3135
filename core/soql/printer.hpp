// Tree to text: keywords in upper case, one blank between words, names as they were written.
#pragma once

#include <string>

#include "soql/ast.hpp"

namespace crosswalk::soql {

std::string print(const Query& query);
std::string print(const Condition& condition);
std::string print(const Operand& operand);
std::string print(const Literal& literal);
const char* text_of(Operator op);

}  // namespace crosswalk::soql
