#include "api/schemas.hpp"

#include <array>

namespace crosswalk::api {
namespace {

// A list answers {"items": [...], "next": "..." | null}; the rows of the table name their item.
#define CROSSWALK_LIST_OF(item)                                                            \
  R"({"type":"object","required":["items","next"],"properties":{"items":{"type":"array",)" \
  R"("items":{"$ref":"#/components/schemas/)" item R"("}},"next":{"type":["string","null"]}}})"

constexpr std::array kSchemas{
    NamedSchema{"Problem", R"({"type":"object","required":["type","title","status","code","detail"],
      "properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},
      "code":{"type":"string"},"detail":{"type":"string"},
      "pointer":{"type":"string","description":"JSON Pointer into the request body"},
      "at":{"type":"string","description":"line:column, or ?parameter"},
      "salesforce":{"type":"object","properties":{"status":{"type":"integer"},
        "code":{"type":"string"},"message":{"type":"string"}}}}})"},
    NamedSchema{"Report", R"({"type":"object","required":["ok","errors","warnings","diagnostics"],
      "properties":{"ok":{"type":"boolean"},"errors":{"type":"integer"},
      "warnings":{"type":"integer"},"diagnostics":{"type":"array","items":{
        "$ref":"#/components/schemas/Diagnostic"}}}})"},
    NamedSchema{"Diagnostic",
                R"({"type":"object","required":["code","severity","pointer","message"],
      "properties":{"code":{"type":"string"},"severity":{"enum":["error","warning","info"]},
      "pointer":{"type":"string"},"line":{"type":"integer"},"column":{"type":"integer"},
      "message":{"type":"string"},"cause":{"type":"string"},
      "fixes":{"type":"array","items":{"type":"object"}}}})"},
    NamedSchema{"Health", R"({"type":"object","required":["status"],"properties":{
      "status":{"enum":["ok"]}}})"},
    NamedSchema{"Readiness", R"({"type":"object","required":["ready","checks"],"properties":{
      "ready":{"type":"boolean"},"checks":{"type":"array","items":{"type":"object",
      "required":["id","state","detail"],"properties":{"id":{"type":"string"},
      "state":{"enum":["passed","warning","failed"]},"detail":{"type":"string"}}}},
      "salesforceOrigins":{"type":"array","items":{"type":"string"}}}})"},
    NamedSchema{"SignIn", R"({"type":"object","required":["apiKey"],"properties":{
      "apiKey":{"type":"string","writeOnly":true}},"additionalProperties":false})"},
    NamedSchema{"Session", R"({"type":"object","required":["tenant"],"properties":{
      "tenant":{"type":"string"}}})"},
    NamedSchema{"SessionTicket", R"({"type":"object","required":["url"],"properties":{
      "url":{"type":"string","description":"Signs a browser in, once, within ten minutes"}}})"},
    NamedSchema{"AppSettings", R"({"type":"object","required":["loginUrl","consumerKey"],
      "properties":{"loginUrl":{"type":"string"},"consumerKey":{"type":"string"},
      "consumerSecret":{"type":"string","writeOnly":true},
      "scopes":{"type":"array","items":{"type":"string"}}},"additionalProperties":false})"},
    NamedSchema{"App", R"({"type":"object","required":["name","loginUrl","consumerKey","scopes"],
      "properties":{"name":{"type":"string"},"loginUrl":{"type":"string"},
      "consumerKey":{"type":"string"},"scopes":{"type":"array","items":{"type":"string"}},
      "callbackUrl":{"type":"string"}}})"},
    NamedSchema{"AppList", CROSSWALK_LIST_OF("App")},
    NamedSchema{"NewConnection", R"({"type":"object","properties":{
      "app":{"type":"string"},"kind":{"enum":["primary","personal"]},"user":{"type":"string"},
      "connection":{"type":"string","description":"One to authorise again, in place of a new one"},
      "flow":{"enum":["web"]},"loginUrl":{"type":"string"},
      "returnTo":{"type":"string","description":"Name of a console route, never a URL"}},
      "additionalProperties":false})"},
    NamedSchema{"Connection", R"({"type":"object","required":["id","app","kind","state"],
      "properties":{"id":{"type":"string"},"app":{"type":"string"},
      "kind":{"enum":["primary","personal"]},"user":{"type":["string","null"]},
      "state":{"enum":["pending","active","needsReauthorisation","disconnected"]},
      "cause":{"type":["string","null"]},"orgId":{"type":["string","null"]},
      "orgName":{"type":["string","null"]},"edition":{"type":["string","null"]},
      "sandbox":{"type":["boolean","null"]},"userId":{"type":["string","null"]},
      "username":{"type":["string","null"]},"instanceUrl":{"type":["string","null"]},
      "apiVersion":{"type":"string"},"scopes":{"type":"array","items":{"type":"string"}},
      "limit":{"type":["object","null"],"properties":{"used":{"type":"integer"},
        "max":{"type":"integer"},"at":{"type":"string"}}},
      "authorizeUrl":{"type":"string"}}})"},
    NamedSchema{"ConnectionList", CROSSWALK_LIST_OF("Connection")},
    NamedSchema{"ObjectSummary", R"({"type":"object","required":["name","label"],"properties":{
      "name":{"type":"string"},"label":{"type":"string"},"custom":{"type":"boolean"},
      "queryable":{"type":"boolean"},"createable":{"type":"boolean"},
      "updateable":{"type":"boolean"}}})"},
    NamedSchema{"ObjectList", CROSSWALK_LIST_OF("ObjectSummary")},
    NamedSchema{"Describe", R"({"type":"object","description":"Salesforce's own describe result",
      "required":["name","fields"],"properties":{"name":{"type":"string"},
      "fields":{"type":"array","items":{"type":"object"}}}})"},
    NamedSchema{"PlatformSchema", R"({"type":"object","required":["version","objects"],
      "properties":{"version":{"const":1},"objects":{"type":"array","items":{"type":"object",
      "required":["name","key","fields"],"properties":{"name":{"type":"string"},
      "label":{"type":"string"},"key":{"type":"string"},
      "fields":{"type":"array","items":{"type":"object"}}}}}}})"},
    NamedSchema{"Mapping", R"({"type":"object","required":["version","objects"],"properties":{
      "version":{"const":1},"name":{"type":"string"},
      "objects":{"type":"array","items":{"type":"object"}}}})"},
    NamedSchema{"MappingSummary", R"({"type":"object","required":["name","title","updatedAt"],
      "properties":{"name":{"type":"string"},"title":{"type":"string"},
      "updatedAt":{"type":"string","format":"date-time"}}})"},
    NamedSchema{"MappingList", CROSSWALK_LIST_OF("MappingSummary")},
    NamedSchema{"SyncSettings", R"({"type":"object","required":["connection","mapping"],
      "properties":{"connection":{"type":"string"},"mapping":{"type":"string"},
      "enabled":{"type":"boolean"},"reserve":{"type":"number","minimum":0,"maximum":1,
        "description":"Share of the org's daily API calls that is left to others"}},
      "additionalProperties":false})"},
    NamedSchema{"Sync", R"({"type":"object","required":["name","connection","mapping","status"],
      "properties":{"name":{"type":"string"},"connection":{"type":"string"},
      "mapping":{"type":"string"},"enabled":{"type":"boolean"},"reserve":{"type":"number"},
      "status":{"type":"object","required":["firstSync","current"],"properties":{
        "firstSync":{"enum":["never","running","done"]},
        "current":{"enum":["idle","running","waiting","paused"]},
        "cause":{"type":["string","null"]},"lastSyncAt":{"type":["string","null"]},
        "issues":{"type":"integer"}}}}})"},
    NamedSchema{"SyncList", CROSSWALK_LIST_OF("Sync")},
    NamedSchema{"NewPlan", R"({"type":"object","properties":{
      "records":{"type":"array","items":{"type":"string"},"maxItems":1000}},
      "additionalProperties":false})"},
    NamedSchema{"NewRun", R"({"type":"object","required":["kind"],"properties":{
      "kind":{"enum":["initial","instant","forced","reconcile"]},
      "records":{"type":"array","items":{"type":"string"},"maxItems":1000}},
      "additionalProperties":false})"},
    NamedSchema{"Run", R"({"type":"object","required":["id","sync","kind","state"],"properties":{
      "id":{"type":"string"},"sync":{"type":"string"},"kind":{"type":"string"},
      "trigger":{"enum":["manual","schedule","live","record"]},
      "state":{"enum":["queued","running","waitingApproval","paused","succeeded","partial",
        "failed","cancelled"]},
      "phase":{"enum":["read","match","merge","write","settle"]},
      "cause":{"type":["string","null"]},"startedAt":{"type":["string","null"]},
      "finishedAt":{"type":["string","null"]},"read":{"type":"object"},
      "written":{"type":"object"},"unchanged":{"type":"integer"},"skipped":{"type":"integer"},
      "conflicts":{"type":"integer"},"issues":{"type":"integer"},"apiCalls":{"type":"integer"},
      "recordsPerSecond":{"type":["number","null"]},"etaSeconds":{"type":["number","null"]}}})"},
    NamedSchema{"RunList", CROSSWALK_LIST_OF("Run")},
    NamedSchema{"Created", R"({"type":"object","required":["id"],"properties":{
      "id":{"type":"string"}}})"},
    NamedSchema{"Plan", R"({"type":"object","required":["id","state"],"properties":{
      "id":{"type":"string"},"state":{"enum":["building","ready","failed","applied"]},
      "mapping":{"type":"string"},"digest":{"type":"string"},
      "totals":{"type":"object"},"cost":{"type":"object"},
      "records":{"type":"array","items":{"type":"object"}},
      "next":{"type":["string","null"]}}})"},
    NamedSchema{"Issue", R"({"type":"object","required":["id","sync","code","state","message"],
      "properties":{"id":{"type":"string"},"sync":{"type":"string"},"run":{"type":"string"},
      "object":{"type":"string"},"key":{"type":["string","null"]},
      "salesforce":{"type":["string","null"]},"salesforceId":{"type":["string","null"]},
      "code":{"type":"string"},"salesforceCode":{"type":["string","null"]},
      "fields":{"type":"array","items":{"type":"string"}},"message":{"type":"string"},
      "cure":{"type":"string"},"state":{"enum":["open","retrying","cleared","ignored"]},
      "attempts":{"type":"integer"},"firstSeen":{"type":"string"},"lastSeen":{"type":"string"},
      "nextRetry":{"type":["string","null"]}}})"},
    NamedSchema{"IssueList", CROSSWALK_LIST_OF("Issue")},
    NamedSchema{"IssueRetry", R"({"type":"object","properties":{
      "ids":{"type":"array","items":{"type":"string"},"maxItems":1000},
      "code":{"type":"string"}},"additionalProperties":false})"},
    NamedSchema{"Retried", R"({"type":"object","required":["retrying"],"properties":{
      "retrying":{"type":"integer"}}})"},
    NamedSchema{"RecordFields", R"({"type":"object","required":["fields"],"properties":{
      "fields":{"type":"object"}},"additionalProperties":false})"},
    NamedSchema{"Record", R"({"type":"object","required":["object","key","version","fields","sync"],
      "properties":{"object":{"type":"string"},"key":{"type":"string"},
      "version":{"type":"integer"},"fields":{"type":"object"},"inactive":{"type":"boolean"},
      "lists":{"type":"array","items":{"type":"string"}},
      "sync":{"type":"object","properties":{
        "state":{"enum":["inStep","waiting","issue","inactive","unlinked"]},
        "since":{"type":["string","null"]},"lastSyncAt":{"type":["string","null"]},
        "salesforce":{"type":["string","null"]},"id":{"type":["string","null"]}}}}})"},
    NamedSchema{"RecordList", CROSSWALK_LIST_OF("Record")},
    NamedSchema{"ImportLine", R"({"type":"object","properties":{"key":{"type":"string"},
      "fields":{"type":"object"}}})"},
    NamedSchema{"Imported", R"({"type":"object","required":["accepted","refused","errors"],
      "properties":{"accepted":{"type":"integer"},"refused":{"type":"integer"},
      "errors":{"type":"array","items":{"type":"object","properties":{
        "line":{"type":"integer"},"code":{"type":"string"},"message":{"type":"string"}}}}}})"},
};

#undef CROSSWALK_LIST_OF

}  // namespace

std::span<const NamedSchema> schemas() { return kSchemas; }

}  // namespace crosswalk::api
