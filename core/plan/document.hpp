// The plan document of the contracts: totals, cost, records, and a digest over all of it. Equal
// plans are equal bytes, in whatever order their records were found. A record is turned into text
// as soon as it is decided, so that a big plan costs its text and no tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "convert/program.hpp"
#include "cost/calls.hpp"
#include "plan/decide.hpp"

namespace crosswalk::plan {

struct Totals {
  struct Salesforce {
    std::uint64_t create = 0, update = 0, erase = 0;
  } salesforce;
  struct Platform {
    std::uint64_t create = 0, update = 0, deactivate = 0, erase = 0;
  } platform;
  std::uint64_t unchanged = 0, skip = 0, conflict = 0, review = 0;

  void add(const Decision& decision);
};

// One record of the document, as text, with what orders it.
struct PlannedRecord {
  std::uint32_t rank = 0;  // of its object in dependency order
  std::string object;      // the platform's
  std::string key;
  std::string id;
  std::string json;
};

// One object of `records`, in the contracts' key order.
std::string record_json(const convert::Program& program, const Pair& pair,
                        const Decision& decision);

// Rank of each program's object: one that a reference field of another points at comes before it.
std::vector<std::uint32_t> dependency_ranks(std::span<const convert::Program> programs);

struct Heading {
  std::string mapping;
  Totals totals;
  cost::Calls calls;
};

// Sorted by rank, object, key, id; `next` is null.
void sort_records(std::vector<PlannedRecord>& records);

// The digest: SHA-256 (lower-case hex) of the compact document without `id` and without `digest`
// itself, fed in pieces for a plan that is kept elsewhere. Records come sorted.
std::string digest(const Heading& heading, std::span<const PlannedRecord> sorted);

// The whole document; `id` empty: without one.
std::string write_plan(const Heading& heading, std::span<const PlannedRecord> sorted,
                       std::string_view id = {});

}  // namespace crosswalk::plan
