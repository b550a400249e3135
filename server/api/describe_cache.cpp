#include "api/describe_cache.hpp"

#include <utility>

namespace crosswalk::api {

DescribeCache::DescribeCache(sync::OrgFactory& orgs, runtime::Clock& clock)
    : DescribeCache(orgs, clock, Options{}) {}

DescribeCache::DescribeCache(sync::OrgFactory& orgs, runtime::Clock& clock, Options options)
    : orgs_(orgs), clock_(clock), options_(options) {}

DescribeCache::Text DescribeCache::find(std::string_view tenant, std::string_view connection,
                                        std::string_view object) {
  for (auto at = entries_.begin(); at != entries_.end(); ++at) {
    if (at->tenant != tenant || at->connection != connection || at->object != object) continue;
    if (at->until > clock_.steady()) return at->text;
    bytes_ -= at->text->size();
    entries_.erase(at);
    break;
  }
  return nullptr;
}

void DescribeCache::keep(Entry entry) {
  std::erase_if(entries_, [&](const Entry& old) {
    const bool same = old.tenant == entry.tenant && old.connection == entry.connection &&
                      old.object == entry.object;
    if (same) bytes_ -= old.text->size();
    return same;
  });
  bytes_ += entry.text->size();
  entries_.push_back(std::move(entry));
  while (bytes_ > options_.bytes_max && entries_.size() > 1) {
    bytes_ -= entries_.front().text->size();
    entries_.pop_front();
  }
}

void DescribeCache::forget(std::string_view tenant, std::string_view connection) {
  std::erase_if(entries_, [&](const Entry& entry) {
    const bool of_it = entry.tenant == tenant && entry.connection == connection;
    if (of_it) bytes_ -= entry.text->size();
    return of_it;
  });
}

Task<DescribeCache::Text> DescribeCache::describe(std::string tenant, std::string connection,
                                                  std::string object, bool fresh) {
  if (!fresh) {
    if (Text kept = find(tenant, connection, object)) co_return kept;
  }
  auto org = co_await orgs_.open(tenant, connection);
  if (!org) co_return org.error();
  // Awaited outside the conditional: g++ 12 destroys what its arms await twice.
  auto asked = object.empty() ? (*org)->global_describe() : (*org)->describe(object);
  auto body = co_await std::move(asked);
  if (!body) co_return body.error();
  Text text = std::make_shared<const std::string>(std::move(*body));
  keep(Entry{std::move(tenant), std::move(connection), std::move(object), text,
             clock_.steady() + options_.life});
  co_return text;
}

Task<DescribeCache::Text> DescribeCache::global(std::string tenant, std::string connection,
                                                bool fresh) {
  return describe(std::move(tenant), std::move(connection), "", fresh);
}

}  // namespace crosswalk::api
