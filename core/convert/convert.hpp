// Carries values from one side's form to the other's by a compiled program. A value that cannot
// travel gives a refusal and arrives as absent, so that a caller that went on would leave the other
// side alone. Texts that had to be made lie in the arena; the others are views of the input or of
// the program. Nothing is allocated per record once arena and vectors are warm.
#pragma once

#include <span>
#include <vector>

#include "convert/arena.hpp"
#include "convert/program.hpp"
#include "convert/refusal.hpp"
#include "convert/value.hpp"

namespace crosswalk::convert {

// One value. null is subject to onNull; "" is a text that Salesforce stores as nothing, so it
// clears and becomes null. A constant ignores `platform`.
Value to_salesforce(const Program& program, std::size_t field, const Value& platform, Arena& arena,
                    std::vector<Refusal>& refusals);
// The same where the record's other values are known: transforms may read them. Without them, what
// such a transform makes is absent.
Value to_salesforce(const Program& program, std::size_t field, const Value& platform, Row record,
                    Arena& arena, std::vector<Refusal>& refusals);
// The same without words: what is to be said of the value, as a verdict that is made anew.
Value to_salesforce(const Program& program, std::size_t field, const Value& platform, Row record,
                    Arena& arena, Verdict& verdict);
Value to_platform(const Program& program, std::size_t field, const Value& salesforce, Arena& arena,
                  std::vector<Refusal>& refusals);

// A whole row; `out` has fields().size() values. Fields that do not travel this way become absent.
void to_salesforce(const Program& program, Row platform, std::span<Value> out, Arena& arena,
                   std::vector<Refusal>& refusals);
void to_platform(const Program& program, Row salesforce, std::span<Value> out, Arena& arena,
                 std::vector<Refusal>& refusals);

// Notes that a new record lacks a value that the side it goes to requires: of a field of the
// program, or of one that no field of the program fills.
void refuse_missing(const Program& program, std::size_t field, std::vector<Refusal>& refusals);
void refuse_missing(const Program::Missing& missing, Bound bound, std::vector<Refusal>& refusals);

}  // namespace crosswalk::convert
