#include "store/sqlite/schema.hpp"

namespace crosswalk::store::sqlite {

constinit const std::string_view kSchema1 = R"sql(
CREATE TABLE tenant (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  record_version INTEGER NOT NULL DEFAULT 0,  -- the newest version given to a record
  intent_seq INTEGER NOT NULL DEFAULT 0,      -- the newest number given to an intent
  crossing_count INTEGER NOT NULL DEFAULT 0   -- the newest number given to a crossing
) STRICT, WITHOUT ROWID;

CREATE TABLE api_key (
  tenant TEXT NOT NULL REFERENCES tenant (id),
  id TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;

-- Found by what a browser shows, before the tenant is known: these two lead with the hash.
CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  tenant TEXT NOT NULL REFERENCES tenant (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE ticket (
  hash TEXT PRIMARY KEY,
  kind INTEGER NOT NULL,
  tenant TEXT NOT NULL REFERENCES tenant (id),
  subject TEXT NOT NULL,
  payload BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_expiry ON ticket (expires_at);

CREATE TABLE tenant_key (
  tenant TEXT NOT NULL REFERENCES tenant (id),
  number INTEGER NOT NULL,
  wrapped BLOB NOT NULL,
  PRIMARY KEY (tenant, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE app (
  tenant TEXT NOT NULL REFERENCES tenant (id),
  name TEXT NOT NULL,
  login_url TEXT NOT NULL,
  consumer_key TEXT NOT NULL,
  consumer_secret BLOB NOT NULL,
  scopes TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE connection (
  tenant TEXT NOT NULL REFERENCES tenant (id),
  id TEXT NOT NULL,
  app TEXT NOT NULL,
  kind INTEGER NOT NULL,
  user TEXT NOT NULL,
  state INTEGER NOT NULL,
  cause TEXT NOT NULL,
  org_id TEXT NOT NULL,
  org_name TEXT NOT NULL,
  edition TEXT NOT NULL,
  sandbox INTEGER NOT NULL,
  user_id TEXT NOT NULL,
  username TEXT NOT NULL,
  instance_url TEXT NOT NULL,
  login_url TEXT NOT NULL,
  api_version TEXT NOT NULL,
  scopes TEXT NOT NULL,
  return_to TEXT NOT NULL,
  limit_used INTEGER NOT NULL DEFAULT 0,
  limit_max INTEGER NOT NULL DEFAULT 0,
  limit_at INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  token_generation INTEGER NOT NULL DEFAULT 0,
  token_state INTEGER NOT NULL DEFAULT 0,
  access_token BLOB NOT NULL DEFAULT x'',
  refresh_token BLOB NOT NULL DEFAULT x'',
  issued_at INTEGER,
  refresh_started_at INTEGER,
  PRIMARY KEY (tenant, id)
) STRICT;

CREATE TABLE document (
  tenant TEXT NOT NULL REFERENCES tenant (id),
  kind INTEGER NOT NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, kind, name)
) STRICT;

CREATE TABLE record (
  tenant TEXT NOT NULL,
  object TEXT NOT NULL,
  key TEXT NOT NULL,
  version INTEGER NOT NULL,
  fields TEXT NOT NULL,
  inactive INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL,
  state INTEGER NOT NULL,
  state_since INTEGER NOT NULL,
  last_sync_at INTEGER,
  salesforce TEXT NOT NULL DEFAULT '',
  salesforce_id TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (tenant, object, key)
) STRICT;
CREATE INDEX record_version ON record (tenant, object, version);
CREATE INDEX record_changed ON record (tenant, object, changed_at, key);
CREATE INDEX record_state ON record (tenant, object, state, key) WHERE deleted = 0;
CREATE INDEX record_synced ON record (tenant, object, last_sync_at, key)
  WHERE last_sync_at IS NOT NULL;

CREATE TABLE record_list (
  tenant TEXT NOT NULL,
  list TEXT NOT NULL,
  object TEXT NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (tenant, list, object, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_list_record ON record_list (tenant, object, key, list);

-- A number per crossing keeps the keys of the tables below short.
CREATE TABLE crossing (
  tenant TEXT NOT NULL REFERENCES tenant (id),
  number INTEGER NOT NULL,
  sync TEXT NOT NULL,
  object TEXT NOT NULL,
  salesforce TEXT NOT NULL,
  salesforce_stamp TEXT NOT NULL DEFAULT '',     -- the watermarks
  platform_version INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, number),
  UNIQUE (tenant, sync, object, salesforce)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
  tenant TEXT NOT NULL,
  crossing INTEGER NOT NULL,
  key TEXT NOT NULL,
  id TEXT NOT NULL,
  base TEXT NOT NULL,
  platform_version INTEGER NOT NULL,
  modstamp TEXT NOT NULL,
  agreed_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, crossing, key),
  UNIQUE (tenant, crossing, id)
) STRICT;

CREATE TABLE staged (
  tenant TEXT NOT NULL,
  run TEXT NOT NULL,
  crossing INTEGER NOT NULL,
  id TEXT NOT NULL,
  match_value TEXT NOT NULL,
  fields TEXT NOT NULL,
  modstamp TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  key TEXT,              -- of the platform record, once known
  match INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, run, crossing, id)
) STRICT;
CREATE INDEX staged_key ON staged (tenant, run, crossing, key) WHERE key IS NOT NULL;

-- The worklist. place is 'k' and the key, or 's' and the Salesforce Id.
CREATE TABLE pair (
  tenant TEXT NOT NULL,
  run TEXT NOT NULL,
  crossing INTEGER NOT NULL,
  place TEXT NOT NULL,
  ambiguous INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, run, crossing, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE intent (
  tenant TEXT NOT NULL,
  seq INTEGER NOT NULL,
  run TEXT NOT NULL,
  crossing INTEGER NOT NULL,
  operation INTEGER NOT NULL,
  key TEXT NOT NULL,
  id TEXT NOT NULL,
  payload TEXT NOT NULL,
  base TEXT NOT NULL,
  platform_version INTEGER NOT NULL,
  modstamp TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (tenant, seq)
) STRICT;
CREATE INDEX intent_key ON intent (tenant, crossing, key);

CREATE TABLE issue (
  seq INTEGER PRIMARY KEY,  -- lists are newest first
  tenant TEXT NOT NULL,
  id TEXT NOT NULL,
  crossing INTEGER NOT NULL,
  who TEXT NOT NULL,        -- 'k' and the platform key, or 's' and the Salesforce Id
  sync TEXT NOT NULL,
  run TEXT NOT NULL,
  object TEXT NOT NULL,
  key TEXT NOT NULL,
  salesforce TEXT NOT NULL,
  salesforce_id TEXT NOT NULL,
  code TEXT NOT NULL,
  salesforce_code TEXT NOT NULL,
  fields TEXT NOT NULL,     -- names, one a line
  message TEXT NOT NULL,
  cure TEXT NOT NULL,
  state INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  next_retry INTEGER,
  cleared_at INTEGER,
  UNIQUE (tenant, id),
  UNIQUE (tenant, crossing, who, code)
) STRICT;
CREATE INDEX issue_newest ON issue (tenant, seq);
CREATE INDEX issue_sync ON issue (tenant, sync, state, seq);
CREATE INDEX issue_run ON issue (tenant, run, seq);
CREATE INDEX issue_code ON issue (tenant, code, seq);
CREATE INDEX issue_state ON issue (tenant, state, seq);
CREATE INDEX issue_open ON issue (tenant, object, key) WHERE state IN (0, 1);
CREATE INDEX issue_due ON issue (tenant, crossing, next_retry)
  WHERE state IN (0, 1) AND next_retry IS NOT NULL;

CREATE TABLE run (
  seq INTEGER PRIMARY KEY,  -- lists are newest first
  tenant TEXT NOT NULL REFERENCES tenant (id),
  id TEXT NOT NULL,
  sync TEXT NOT NULL,
  kind INTEGER NOT NULL,
  trigger INTEGER NOT NULL,
  state INTEGER NOT NULL,
  phase INTEGER NOT NULL,
  cause TEXT NOT NULL,
  only_keys TEXT NOT NULL,  -- one a line
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  counts TEXT NOT NULL,     -- numbers in the order of RunCounts
  UNIQUE (tenant, id)
) STRICT;
CREATE INDEX run_newest ON run (tenant, seq);
CREATE INDEX run_sync ON run (tenant, sync, seq);
CREATE UNIQUE INDEX run_unfinished ON run (tenant, sync) WHERE finished_at IS NULL;

CREATE TABLE plan (
  tenant TEXT NOT NULL REFERENCES tenant (id),
  id TEXT NOT NULL,
  sync TEXT NOT NULL,
  mapping TEXT NOT NULL,
  state INTEGER NOT NULL,
  cause TEXT NOT NULL,
  digest TEXT NOT NULL,
  totals TEXT NOT NULL,
  cost TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  record_count INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_expiry ON plan (tenant, expires_at);

CREATE TABLE plan_record (
  tenant TEXT NOT NULL,
  plan TEXT NOT NULL,
  seq INTEGER NOT NULL,
  action TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (tenant, plan, seq)
) STRICT;
CREATE INDEX plan_record_action ON plan_record (tenant, plan, action, seq);
)sql";

}  // namespace crosswalk::store::sqlite
