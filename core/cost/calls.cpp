#include "cost/calls.hpp"

#include <algorithm>

namespace crosswalk::cost {
namespace {

constexpr std::uint64_t pages(std::uint64_t records, std::uint64_t size) {
  return records / size + (records % size == 0 ? 0 : 1);
}

}  // namespace

Calls& Calls::operator+=(const Calls& more) {
  query += more.query;
  collections += more.collections;
  composite += more.composite;
  bulk += more.bulk;
  other += more.other;
  return *this;
}

Calls calls_for(const Amounts& amounts) {
  Calls calls;
  if (amounts.reads)
    calls.query = std::max<std::uint64_t>(pages(amounts.read, kQueryPageRecords), 1);
  for (const std::uint64_t records : {amounts.create, amounts.update, amounts.erase}) {
    calls.collections += pages(records, kCollectionRecords);
  }
  return calls;
}

std::uint64_t seconds_for(const Calls& calls) {
  const std::uint64_t reads = calls.query + calls.other;
  return pages(reads * kQueryMs + (calls.total() - reads) * kCollectionMs, 1000);
}

}  // namespace crosswalk::cost
