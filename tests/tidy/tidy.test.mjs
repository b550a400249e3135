// The tree keeps its own rules (rules.mjs), and each rule is shown to fire.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { caseTable } from "../../cmake/case_table.mjs";
import { CORE_ROOMS, RULES, SERVER_ROOMS, check } from "./rules.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

const BROKEN = [
  { rule: "coreIncludesOnlyWhatItMay", path: "core/json/read.cpp", text: "#include <iostream>\n" },
  { rule: "coreIncludesOnlyWhatItMay", path: "core/json/read.cpp", text: '#include "plan/plan.hpp"\n' },
  { rule: "coreIncludesOnlyWhatItMay", path: "core/json/read.hpp", text: "#include <nlohmann/json.hpp>\n" },
  { rule: "coreIncludesOnlyWhatItMay", path: "core/json/read.cpp", text: '#include "store/store.hpp"\n' },
  { rule: "coreCallsNothingOutside", path: "core/json/read.cpp", text: 'const char* home = std::getenv("HOME");\n' },
  { rule: "serverIncludesDownward", path: "server/net/server.cpp", text: '#include "api/routes.hpp"\n' },
  { rule: "orgStandsApart", path: "tests/org/rules.cpp", text: '#include "convert/value.hpp"\n' },
  { rule: "librariesStayHidden", path: "server/sync/engine.cpp", text: "#include <boost/beast/http.hpp>\n" },
  { rule: "librariesStayHidden", path: "server/api/records.cpp", text: "#include <sqlite3.h>\n" },
  { rule: "oneTlsFactory", path: "server/net/client.cpp", text: "ssl::context context(ssl::context::tls);\n" },
  { rule: "filesStaySmall", path: "server/api/all.cpp", text: "\n".repeat(600) },
  { rule: "nothingLeftBehind", path: "server/api/all.cpp", text: "// TODO finish\n" },
  { rule: "noPathsOfOneMachine", path: "README.md", text: "see /home/someone/crosswalk\n" },
  { rule: "lockFilesNameNoHost", path: "web/package-lock.json", text: '"resolved": "https://host/x.tgz"\n' },
];

for (const { rule, path, text } of BROKEN)
  test(`${rule} fires on ${JSON.stringify(text.slice(0, 40))}`, () => {
    const findings = check([{ path, text }]);
    assert.ok(findings.some((finding) => finding.rule === rule), JSON.stringify(findings));
  });

test("every rule has a case that makes it fire", () => {
  assert.deepEqual(RULES.map((rule) => rule.name).filter((name) => !BROKEN.some((c) => c.rule === name)), []);
});

test("the tree keeps every rule", () => {
  const paths = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
    .split("\n").filter((path) => path && /\.(cpp|hpp|ts|mjs|css|md|json|txt|cmake|sh)$/.test(path) && existsSync(join(root, path)));
  assert.ok(paths.length > 50, "the tree was not found");
  const files = paths.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  const lines = check(files).map(({ path, line, rule, message }) => `${path}:${line}: ${message} (${rule})`);
  assert.equal(lines.length, 0, `\n${lines.join("\n")}`);
});

test("every room says what it is for", () => {
  const missing = [["core", CORE_ROOMS], ["server", SERVER_ROOMS]].flatMap(([layer, rooms]) =>
    readdirSync(join(root, layer))
      .filter((name) => rooms.includes(name) && statSync(join(root, layer, name)).isDirectory())
      .filter((name) => !existsSync(join(root, layer, name, "README.md")))
      .map((name) => `${layer}/${name}`));
  assert.deepEqual(missing, []);
});

test("the table of letters is the one that its script writes", (t) => {
  const written = readFileSync(join(root, "core/convert/case_table.hpp"), "utf8");
  const version = /^\/\/ Unicode ([\d.]+):/.exec(written)?.[1];
  if (version !== process.versions.unicode)
    return t.skip(`SKIPPED: written from Unicode ${version}, and this Node has ${process.versions.unicode}`);
  assert.equal(written, caseTable());
});
