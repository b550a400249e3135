#include "store/sqlite/pairing.hpp"

#include <algorithm>

namespace crosswalk::store::sqlite {

namespace {

// Rows per transaction: some 50 ms of the writer's time.
constexpr std::int64_t kRowsPerStep = 5000;

using Next = std::optional<std::string>;

// The last of the next kRowsPerStep staged ids after `after`; nothing when there is none.
Next last_id_of_step(Database& db, const Pairing& p, const std::string& after) {
  auto query = db.query(
      "SELECT max(id) FROM (SELECT id FROM staged WHERE tenant=?1 AND run=?2 AND crossing=?3 AND "
      "id>?4 "
      "ORDER BY id LIMIT ?5)",
      p.tenant, p.run, p.crossing, after, kRowsPerStep);
  return query.next() ? query.text_or_null(0) : std::nullopt;
}

Next forget_before(Database& db, const Pairing& p, const std::string&) {
  db.execute("DELETE FROM pair WHERE tenant=?1 AND run=?2 AND crossing=?3", p.tenant, p.run,
             p.crossing);
  return std::nullopt;
}

// Staged rows get the key of their link; under match by key that of the record they name, when they
// have no link, or name another record by now, which is free.
Next find_keys(Database& db, const Pairing& p, const std::string& after) {
  Next last = last_id_of_step(db, p, after);
  if (!last) return std::nullopt;
  db.execute(
      "UPDATE staged SET key=l.key, match=?6 FROM link l "
      "WHERE staged.tenant=?1 AND staged.run=?2 AND staged.crossing=?3 AND staged.id>?4 "
      "AND staged.id<=?5 AND l.tenant=?1 AND l.crossing=?3 AND l.id=staged.id",
      p.tenant, p.run, p.crossing, after, *last, PairMatch::linked);
  if (p.rule.platform_fields.empty()) {
    db.execute(
        "UPDATE staged SET key=match_value, match=?6 "
        "WHERE tenant=?1 AND run=?2 AND crossing=?3 AND id>?4 AND id<=?5 AND (key IS NULL "
        "OR (key<>match_value AND NOT EXISTS (SELECT 1 FROM link l WHERE l.tenant=?1 "
        "AND l.crossing=?3 AND l.key=staged.match_value))) "
        "AND match_value<>'' AND deleted=0 AND EXISTS (SELECT 1 FROM record r "
        "WHERE r.tenant=?1 AND r.object=?7 AND r.key=staged.match_value AND r.deleted=0)",
        p.tenant, p.run, p.crossing, after, *last, PairMatch::matched, p.names.object);
  }
  return last;
}

// The platform's side of match_value() in SQL; paths of the fields are bound from ?10 on.
std::string platform_value_sql(std::size_t fields) {
  std::string sql;
  for (std::size_t i = 0; i < fields; ++i) {
    if (i > 0) sql += "||char(31)||";
    sql += "lower(trim(coalesce(json_extract(r.fields, ?" + std::to_string(10 + i) + "), '')))";
  }
  return sql;
}

// Which unlinked record each unlinked staged row finds. The records are walked once, in this order
// (CROSS JOIN), whatever SQLite believes about sizes; the staged rows are found by their value.
void fill_candidates(Database& db, const Pairing& p) {
  db.script(
      "CREATE TEMP TABLE IF NOT EXISTS wanted (match_value TEXT NOT NULL, id TEXT NOT NULL, "
      "PRIMARY KEY (match_value, id)) WITHOUT ROWID; "
      "CREATE TEMP TABLE IF NOT EXISTS candidate (id TEXT NOT NULL, key TEXT NOT NULL, "
      "version INTEGER NOT NULL, PRIMARY KEY (id, key)) WITHOUT ROWID; "
      "DELETE FROM temp.wanted; DELETE FROM temp.candidate");
  const auto wanted = db.execute(
      "INSERT INTO temp.wanted SELECT match_value, id FROM staged WHERE tenant=?1 AND run=?2 "
      "AND crossing=?3 AND key IS NULL AND match_value<>'' AND deleted=0",
      p.tenant, p.run, p.crossing);
  if (wanted == 0) return;
  const std::string sql =
      "INSERT INTO temp.candidate SELECT w.id, r.key, r.version FROM record r "
      "CROSS JOIN temp.wanted w ON w.match_value=" +
      platform_value_sql(p.rule.platform_fields.size()) +
      " WHERE r.tenant=?1 AND r.object=?2 AND r.deleted=0 AND NOT EXISTS (SELECT 1 FROM link l "
      "WHERE l.tenant=?1 AND l.crossing=?3 AND l.key=r.key)";
  auto query = db.query(sql, p.tenant, p.names.object, p.crossing);
  int place = 10;
  for (const auto& field : p.rule.platform_fields) query.bind(place++, "$.\"" + field + "\"");
  while (query.next()) {
  }
}

// Match by fields: one pass over the object's records for all staged rows that have no link. A row
// that finds several records takes the newest or the oldest, or marks them all as ambiguous.
Next match_fields(Database& db, const Pairing& p, const std::string&) {
  if (p.rule.platform_fields.empty()) return std::nullopt;
  const bool issue = p.rule.on_multiple == MatchRule::OnMultiple::issue;
  const bool newest = p.rule.on_multiple == MatchRule::OnMultiple::newest;
  fill_candidates(db, p);
  if (issue) {
    db.execute(
        "INSERT INTO pair (tenant, run, crossing, place, ambiguous) "
        "SELECT ?1, ?2, ?3, 'k'||key, 1 FROM temp.candidate "
        "WHERE id IN (SELECT id FROM temp.candidate GROUP BY id HAVING count(*)>1) "
        "ON CONFLICT DO UPDATE SET ambiguous=1",
        p.tenant, p.run, p.crossing);
    db.execute(
        "UPDATE staged SET match=?4 WHERE tenant=?1 AND run=?2 AND crossing=?3 AND id IN "
        "(SELECT id FROM temp.candidate GROUP BY id HAVING count(*)>1)",
        p.tenant, p.run, p.crossing, PairMatch::ambiguous);
    db.execute(
        "DELETE FROM temp.candidate WHERE id IN "
        "(SELECT id FROM temp.candidate GROUP BY id HAVING count(*)>1)");
  }
  db.execute(newest
                 ? "UPDATE staged SET key=(SELECT key FROM temp.candidate c WHERE c.id=staged.id "
                   "ORDER BY version DESC LIMIT 1), match=?4 "
                   "WHERE tenant=?1 AND run=?2 AND crossing=?3 "
                   "AND id IN (SELECT id FROM temp.candidate)"
                 : "UPDATE staged SET key=(SELECT key FROM temp.candidate c WHERE c.id=staged.id "
                   "ORDER BY version LIMIT 1), match=?4 "
                   "WHERE tenant=?1 AND run=?2 AND crossing=?3 "
                   "AND id IN (SELECT id FROM temp.candidate)",
             p.tenant, p.run, p.crossing, PairMatch::matched);
  db.script("DELETE FROM temp.wanted; DELETE FROM temp.candidate");
  return std::nullopt;
}

// Several Salesforce records for one key. A linked one stays; of the matched ones none (issue) or
// one (newest, oldest) keeps the key. A matched row whose key is linked to another id never keeps
// it.
Next part_rivals(Database& db, const Pairing& p, const std::string&) {
  constexpr std::string_view kRivals =
      "SELECT key FROM staged WHERE tenant=?1 AND run=?2 AND crossing=?3 AND key IS NOT NULL "
      "AND deleted=0 GROUP BY key HAVING count(*)>1";
  const bool issue = p.rule.on_multiple == MatchRule::OnMultiple::issue;
  if (!issue) {
    const bool newest = p.rule.on_multiple == MatchRule::OnMultiple::newest;
    const std::string order = newest ? "modstamp DESC, id" : "modstamp, id";
    db.execute(
        "UPDATE staged SET match=?4 WHERE tenant=?1 AND run=?2 AND crossing=?3 AND match=?5 "
        "AND key IN (" +
            std::string(kRivals) +
            ") AND id<>(SELECT o.id FROM staged o WHERE o.tenant=?1 AND o.run=?2 "
            "AND o.crossing=?3 AND o.key=staged.key AND o.deleted=0 ORDER BY " +
            order + " LIMIT 1)",
        p.tenant, p.run, p.crossing, PairMatch::ambiguous, PairMatch::matched);
  } else {
    db.execute(
        "UPDATE staged SET match=?4 WHERE tenant=?1 AND run=?2 AND crossing=?3 AND match=?5 "
        "AND key IN (" +
            std::string(kRivals) + ")",
        p.tenant, p.run, p.crossing, PairMatch::ambiguous, PairMatch::matched);
  }
  db.execute(
      "UPDATE staged SET match=?4 WHERE tenant=?1 AND run=?2 AND crossing=?3 AND match=?5 "
      "AND EXISTS (SELECT 1 FROM link l WHERE l.tenant=?1 AND l.crossing=?3 AND l.key=staged.key "
      "AND l.id<>staged.id)",
      p.tenant, p.run, p.crossing, PairMatch::ambiguous, PairMatch::matched);
  if (issue) {
    db.execute(
        "INSERT INTO pair (tenant, run, crossing, place, ambiguous) "
        "SELECT DISTINCT ?1, ?2, ?3, 'k'||key, 1 FROM staged WHERE tenant=?1 AND run=?2 "
        "AND crossing=?3 AND match=?4 AND key IS NOT NULL ON CONFLICT DO UPDATE SET ambiguous=1",
        p.tenant, p.run, p.crossing, PairMatch::ambiguous);
  }
  return std::nullopt;
}

constexpr std::string_view kInto =
    "INSERT INTO pair (tenant, run, crossing, place) SELECT ?1, ?2, ?3, ";
constexpr std::string_view kKnown = " ON CONFLICT DO NOTHING";

// Lines from staged rows: by key where one is known, else by id. Deleted records matter only when
// they are linked. A record whose link moves away has a line too: it is without a partner now.
Next list_staged(Database& db, const Pairing& p, const std::string& after) {
  if (!p.selection.only_keys.empty()) return std::nullopt;
  Next last = last_id_of_step(db, p, after);
  if (!last) return std::nullopt;
  static const std::string kSql =
      std::string(kInto) +
      "CASE WHEN key IS NULL THEN 's'||id ELSE 'k'||key END FROM staged "
      "WHERE tenant=?1 AND run=?2 AND crossing=?3 AND id>?4 AND id<=?5 "
      "AND (deleted=0 OR match=?6) AND NOT (match=?7 AND key IS NOT NULL)" +
      std::string(kKnown);
  db.execute(kSql, p.tenant, p.run, p.crossing, after, *last, PairMatch::linked,
             PairMatch::ambiguous);
  if (p.rule.platform_fields.empty()) {
    static const std::string kLeft =
        std::string(kInto) +
        "'k'||l.key FROM staged s JOIN link l ON l.tenant=?1 AND l.crossing=?3 AND l.id=s.id "
        "WHERE s.tenant=?1 AND s.run=?2 AND s.crossing=?3 AND s.id>?4 AND s.id<=?5 AND s.match=?6 "
        "AND s.key<>l.key" +
        std::string(kKnown);
    db.execute(kLeft, p.tenant, p.run, p.crossing, after, *last, PairMatch::matched);
  }
  return last;
}

// Lines from platform records that changed; those whose link already speaks of their version are
// known to the other side.
Next list_changed(Database& db, const Pairing& p, const std::string& after) {
  if (!p.selection.only_keys.empty()) return std::nullopt;
  const std::int64_t from = after.empty() ? p.selection.after_version : std::stoll(after);
  std::int64_t last = 0;
  {
    auto query = db.query(
        "SELECT coalesce(max(version), 0) FROM (SELECT version FROM record WHERE tenant=?1 "
        "AND object=?2 AND version>?3 AND version<=?4 ORDER BY version LIMIT ?5)",
        p.tenant, p.names.object, from, p.selection.up_to_version, kRowsPerStep);
    if (query.next()) last = query.integer(0);
  }
  if (last == 0) return std::nullopt;
  static const std::string kSql =
      std::string(kInto) +
      "'k'||r.key FROM record r LEFT JOIN link l ON l.tenant=?1 AND l.crossing=?3 AND l.key=r.key "
      "WHERE r.tenant=?1 AND r.object=?6 AND r.version>?4 AND r.version<=?5 "
      "AND (?7 OR l.platform_version IS NULL OR l.platform_version<r.version) "
      "AND (r.deleted=0 OR l.id IS NOT NULL)" +
      std::string(kKnown);
  db.execute(kSql, p.tenant, p.run, p.crossing, from, last, p.names.object,
             p.selection.settled_too);
  return std::to_string(last);
}

Next list_links(Database& db, const Pairing& p, const std::string& after) {
  if (!p.selection.all_links || !p.selection.only_keys.empty()) return std::nullopt;
  Next last;
  {
    auto query = db.query(
        "SELECT max(key) FROM (SELECT key FROM link WHERE tenant=?1 AND crossing=?2 AND key>?3 "
        "ORDER BY key LIMIT ?4)",
        p.tenant, p.crossing, after, kRowsPerStep);
    if (query.next()) last = query.text_or_null(0);
  }
  if (!last) return std::nullopt;
  static const std::string kSql =
      std::string(kInto) +
      "'k'||key FROM link WHERE tenant=?1 AND crossing=?3 AND key>?4 AND key<=?5" +
      std::string(kKnown);
  db.execute(kSql, p.tenant, p.run, p.crossing, after, *last);
  return last;
}

// Issues whose retry is due, and the records that were asked for by name.
Next list_wanted(Database& db, const Pairing& p, const std::string&) {
  if (p.selection.only_keys.empty()) {
    static const std::string kSql =
        std::string(kInto) +
        "'k'||key FROM issue WHERE tenant=?1 AND crossing=?3 AND state IN (0, 1) "
        "AND next_retry IS NOT NULL AND next_retry<=?4 AND key<>''" +
        std::string(kKnown);
    db.execute(kSql, p.tenant, p.run, p.crossing, p.selection.now);
    return std::nullopt;
  }
  for (const auto& key : p.selection.only_keys)
    db.execute(
        "INSERT INTO pair (tenant, run, crossing, place) "
        "SELECT ?1, ?2, ?3, 'k'||?4 WHERE EXISTS (SELECT 1 FROM record WHERE tenant=?1 AND "
        "object=?5 AND key=?4) OR EXISTS (SELECT 1 FROM link WHERE tenant=?1 AND crossing=?3 AND "
        "key=?4) ON CONFLICT DO NOTHING",
        p.tenant, p.run, p.crossing, key, p.names.object);
  return std::nullopt;
}

}  // namespace

const std::array<PairingStep, 8> kPairingSteps = {forget_before, find_keys,   match_fields,
                                                  part_rivals,   list_staged, list_changed,
                                                  list_links,    list_wanted};

UnreadPage find_unread(Database& db, const Pairing& p, std::int64_t after) {
  constexpr std::string_view kStaged =
      "EXISTS (SELECT 1 FROM staged s WHERE s.tenant=?1 AND s.run=?2 AND s.crossing=?3 "
      "AND s.id=l.id) ";
  UnreadPage page;
  if (!p.selection.only_keys.empty()) {
    static const std::string kSql =
        "SELECT l.id FROM link l WHERE l.tenant=?1 AND l.crossing=?3 AND l.key=?4 AND NOT " +
        std::string(kStaged);
    for (const auto& key : p.selection.only_keys) {
      auto query = db.query(kSql, p.tenant, p.run, p.crossing, key);
      if (query.next()) page.ids.push_back(query.text(0));
    }
    return page;
  }
  static const std::string kSql =
      "SELECT r.version, l.id, " + std::string(kStaged) +
      "FROM record r JOIN link l ON l.tenant=?1 AND l.crossing=?3 AND l.key=r.key "
      "WHERE r.tenant=?1 AND r.object=?4 AND r.version>?5 AND r.version<=?6 "
      "AND l.platform_version<r.version ORDER BY r.version LIMIT ?7";
  auto query = db.query(kSql, p.tenant, p.run, p.crossing, p.names.object,
                        std::max(after, p.selection.after_version), p.selection.up_to_version,
                        static_cast<std::int64_t>(kUnreadMax));
  while (query.next()) {
    page.next = query.integer(0);
    if (!query.truth(2)) page.ids.push_back(query.text(1));
  }
  return page;
}

PairTotals count_pairs(Database& database, const Pairing& p) {
  PairTotals totals;
  auto query = database.query(
      "SELECT count(*), "
      "sum(ambiguous), "
      "sum(NOT ambiguous AND l.id IS NOT NULL), "
      "sum(NOT ambiguous AND l.id IS NULL AND s.id IS NOT NULL), "
      "sum(NOT ambiguous AND l.id IS NULL AND s.id IS NULL AND substr(place, 1, 1)='k'), "
      "sum(substr(place, 1, 1)='s') "
      "FROM pair p "
      "LEFT JOIN link l ON l.tenant=?1 AND l.crossing=?3 AND l.key=substr(p.place, 2) "
      "AND substr(p.place, 1, 1)='k' "
      "LEFT JOIN staged s ON s.tenant=?1 AND s.run=?2 AND s.crossing=?3 AND s.key=substr(p.place, "
      "2) "
      "AND s.match=?4 AND substr(p.place, 1, 1)='k' "
      "WHERE p.tenant=?1 AND p.run=?2 AND p.crossing=?3",
      p.tenant, p.run, p.crossing, PairMatch::matched);
  if (query.next()) {
    totals = {.pairs = query.integer(0),
              .linked = query.integer(2),
              .matched = query.integer(3),
              .ambiguous = query.integer(1),
              .only_platform = query.integer(4),
              .only_salesforce = query.integer(5)};
  }
  return totals;
}

}  // namespace crosswalk::store::sqlite
