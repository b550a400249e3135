// The rules of the tree, as data: which room may include what, how large a file may grow, what may
// not be left behind. Each rule takes files {path, text} and answers findings {path, line, message}.

export const CORE_ROOMS = [
  "diagnostic", "json", "names", "schema", "soql", "mapping", "compat", "convert", "csv", "preview",
  "cost", "validate", "complete", "suggest", "plan", "recipes",
];
export const SERVER_ROOMS = [
  "observe", "runtime", "net", "vault", "store", "salesforce", "sync", "schedule", "api", "cli",
];

// The C++ library as far as the core may use it: no I/O, no clock, no thread, no randomness, no
// locale, nothing that one of the two compilers lacks.
const CORE_STANDARD_HEADERS = new Set([
  "algorithm", "array", "bit", "cassert", "charconv", "cmath", "compare", "concepts", "cstddef",
  "cstdint", "cstdlib", "cstring", "functional", "initializer_list", "iterator", "limits", "map", "memory",
  "new", "numeric", "optional", "set", "span", "string", "string_view", "tuple", "type_traits",
  "unordered_map", "unordered_set", "utility", "variant", "vector",
]);
const CORE_LIBRARIES = new Set(["nlohmann/json.hpp", "nlohmann/json_fwd.hpp"]);

// An outside library's headers, and the only places that may see them.
const HIDDEN_LIBRARIES = [
  { header: /^boost\/beast|^boost\/asio\/ssl/, places: ["server/net/", "tests/server/net/", "tests/org/"] },
  { header: /^sqlite3\.h$/, places: ["server/store/", "tests/server/store/"] },
  { header: /^openssl\//, places: ["server/net/", "server/vault/", "server/runtime/", "tests/server/net/", "tests/server/vault/", "tests/org/"] },
  { header: /^simdjson/, places: ["server/salesforce/"] },
  { header: /^spdlog\/|^fmt\//, places: ["server/observe/"] },
  { header: /^rapidcheck/, places: ["tests/properties/"] },
  { header: /^CLI\//, places: ["server/cli/", "tests/org/"] },
];

const LINES_MAX = 500;

const isCode = (path) => /\.(cpp|hpp|ts|mjs|css)$/.test(path);
const isCpp = (path) => /\.(cpp|hpp)$/.test(path);

function* includesOf(file) {
  let number = 0;
  for (const line of file.text.split("\n")) {
    number += 1;
    const match = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line);
    if (match) yield { line: number, system: match[1] === "<", header: match[2] };
  }
}

function coreIncludesOnlyWhatItMay(file) {
  const [layer, room] = file.path.split("/");
  if (layer !== "core" || !isCpp(file.path)) return [];
  const own = CORE_ROOMS.indexOf(room);
  if (own < 0) return [{ line: 1, message: `core has no room '${room}'` }];
  const findings = [];
  for (const { line, system, header } of includesOf(file)) {
    if (system) {
      if (!CORE_STANDARD_HEADERS.has(header) && !CORE_LIBRARIES.has(header))
        findings.push({ line, message: `core may not include <${header}>` });
      if (header === "nlohmann/json.hpp" && file.path.endsWith(".hpp"))
        findings.push({ line, message: "a header of core includes <nlohmann/json_fwd.hpp> instead" });
      continue;
    }
    const other = CORE_ROOMS.indexOf(header.split("/")[0]);
    if (other < 0 || other > own)
      findings.push({ line, message: `${room} may not look up at "${header}"` });
  }
  return findings;
}

// <cstdlib> is there for strtod (one of the compilers has no from_chars for it), for nothing else.
function coreCallsNothingOutside(file) {
  if (!file.path.startsWith("core/") || !isCpp(file.path)) return [];
  return linesMatching(file, /\b(getenv|setenv|system|rand|srand|exit|atexit|abort|setlocale)\s*\(/,
    "core neither asks its surroundings nor ends them");
}

function serverIncludesDownward(file) {
  const [layer, room] = file.path.split("/");
  if (layer !== "server" || !isCpp(file.path)) return [];
  const own = SERVER_ROOMS.indexOf(room);
  if (own < 0) return [{ line: 1, message: `server has no room '${room}'` }];
  const findings = [];
  for (const { line, system, header } of includesOf(file)) {
    if (system) continue;
    const first = header.split("/")[0];
    const other = SERVER_ROOMS.indexOf(first);
    if (other > own || (other < 0 && !CORE_ROOMS.includes(first)))
      findings.push({ line, message: `${room} may not look up at "${header}"` });
  }
  return findings;
}

function orgStandsApart(file) {
  if (!file.path.startsWith("tests/org/") || !isCpp(file.path)) return [];
  const allowed = ["soql", "diagnostic", "json", "org"];
  return [...includesOf(file)]
    .filter(({ system, header }) => !system && !allowed.includes(header.split("/")[0]))
    .map(({ line, header }) => ({ line, message: `the org keeps its own rules: "${header}" is not for it` }));
}

function librariesStayHidden(file) {
  if (!isCpp(file.path)) return [];
  const findings = [];
  for (const { line, system, header } of includesOf(file)) {
    if (!system) continue;
    const hidden = HIDDEN_LIBRARIES.find((entry) => entry.header.test(header));
    if (hidden && !hidden.places.some((place) => file.path.startsWith(place)))
      findings.push({ line, message: `<${header}> is seen only by ${hidden.places.join(", ")}` });
  }
  return findings;
}

function oneTlsFactory(file) {
  if (!file.path.startsWith("server/") || file.path === "server/net/tls.cpp" || !isCpp(file.path)) return [];
  return linesMatching(file, /ssl::context\s+\w+[({]|std::make_(unique|shared)<[^>]*ssl::context>/,
    "TLS contexts are made in server/net/tls.cpp alone");
}

function filesStaySmall(file) {
  const lines = file.text.split("\n").length;
  return isCode(file.path) && lines > LINES_MAX
    ? [{ line: LINES_MAX, message: `${lines} lines: a file is a room, ${LINES_MAX} at most` }]
    : [];
}

function nothingLeftBehind(file) {
  if (!isCode(file.path) || file.path.startsWith("tests/tidy/")) return [];
  return linesMatching(file, /\b(TODO|FIXME|XXX|HACK)\b/, "a leftover: do it or file it");
}

function noPathsOfOneMachine(file) {
  if (file.path.startsWith("tests/tidy/")) return [];
  return linesMatching(file, /(^|[\s"'`(=:])\/(work|home|root|Users)\/\w/, "a path of one machine");
}

function lockFilesNameNoHost(file) {
  if (!file.path.endsWith("package-lock.json")) return [];
  return linesMatching(file, /"resolved":\s*"https?:/, "a lock file names no registry");
}

function linesMatching(file, pattern, message) {
  return file.text.split("\n").flatMap((text, index) => (pattern.test(text) ? [{ line: index + 1, message }] : []));
}

export const RULES = [
  coreIncludesOnlyWhatItMay, coreCallsNothingOutside, serverIncludesDownward, orgStandsApart, librariesStayHidden, oneTlsFactory,
  filesStaySmall, nothingLeftBehind, noPathsOfOneMachine, lockFilesNameNoHost,
];

export function check(files) {
  return files.flatMap((file) =>
    RULES.flatMap((rule) => rule(file).map((finding) => ({ rule: rule.name, path: file.path, ...finding }))));
}
