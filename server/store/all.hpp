// Every resource of the store at once, for those who wire or test all of it.
#pragma once

#include "store/connections.hpp"
#include "store/documents.hpp"
#include "store/issues.hpp"
#include "store/journal.hpp"
#include "store/links.hpp"
#include "store/plans.hpp"
#include "store/provision.hpp"
#include "store/records.hpp"
#include "store/runs.hpp"
#include "store/sessions.hpp"
#include "store/staging.hpp"
#include "store/store.hpp"
#include "store/tenants.hpp"
#include "vault/wrapped_keys.hpp"
