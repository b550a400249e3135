// What the module's bytes are made of: functions by room and by name, and the data. Reads a module
// that was linked with its names (the target crosswalk_module_named of the wasm preset):
// node module_size.mjs build/wasm/module/crosswalk_named.wasm [how many single functions to list]
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { printTable } from "./table.mjs";

class Reader {
  constructor(bytes, at = 0) { this.bytes = bytes; this.at = at; }
  number() { // unsigned LEB128
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
  take(length) { this.at += length; return this.bytes.subarray(this.at - length, this.at); }
  text() { return this.take(this.number()).toString("latin1"); }
}

function* sections(bytes) {
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const id = bytes[reader.at++];
    yield { id, body: reader.take(reader.number()) };
  }
}

function importedFunctions(body) {
  const reader = new Reader(body);
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.text();
    reader.text();
    const kind = body[reader.at++];
    if (kind === 0) { functions += 1; reader.number(); }
    else if (kind === 1) { reader.at += 1; limits(reader); }
    else if (kind === 2) limits(reader);
    else reader.at += 2; // a global, or a tag of an exception
  }
  return functions;
}

function limits(reader) {
  const flags = reader.number();
  reader.number();
  if (flags & 1) reader.number();
}

function functionNames(body) {
  const reader = new Reader(body);
  if (reader.text() !== "name") return undefined;
  while (reader.at < body.length) {
    const kind = body[reader.at++];
    const part = new Reader(reader.take(reader.number()));
    if (kind !== 1) continue;
    return new Map(Array.from({ length: part.number() }, () => [part.number(), part.text()]));
  }
  return undefined;
}

function functionSizes(body) {
  const reader = new Reader(body);
  return Array.from({ length: reader.number() }, () => { const size = reader.number(); reader.take(size); return size; });
}

// The room that a demangled name belongs to, or the library; a template of the library belongs to the
// room whose type it was made for.
function owner(name) {
  const function_ = name.replace(/^(?:void|bool|unsigned \w+|int|char) /, "");
  const own = /^crosswalk::(\w+)::/.exec(function_);
  if (own) return own[1];
  const other = /^(?:std|nlohmann)::/.exec(function_);
  const room = /crosswalk::(\w+)::/.exec(function_.split("(")[0]);
  if (other) return other[0] === "std::" ? (room ? `std for ${room[1]}` : "std") : "nlohmann/json";
  if (room) return `std for ${room[1]}`;
  return /emscripten|embind|^\(anonymous namespace\)/.test(name) ? "module's edge" : "C and compiler runtime";
}

const [file, single = "40"] = process.argv.slice(2);
const bytes = readFileSync(file);
let imported = 0;
let names = new Map();
let sizes = [];
let data = 0;
for (const { id, body } of sections(bytes)) {
  if (id === 0) names = functionNames(body) ?? names;
  if (id === 2) imported = importedFunctions(body);
  if (id === 10) sizes = functionSizes(body);
  if (id === 11) data = body.length;
}
const mangled = sizes.map((_, index) => names.get(imported + index) ?? "?");
const filt = execFileSync("c++filt", { input: mangled.join("\n"), encoding: "utf8", maxBuffer: 1 << 26 }).split("\n");
const functions = sizes.map((size, index) => ({ size, name: filt[index] })).sort((a, b) => b.size - a.size);

const byOwner = new Map();
for (const { size, name } of functions) {
  const row = byOwner.get(owner(name)) ?? [0, 0];
  byOwner.set(owner(name), [row[0] + size, row[1] + 1]);
}
const code = sizes.reduce((sum, size) => sum + size, 0);
printTable(`Module's code ${code} bytes, data ${data}`, [
  ["", "bytes", "functions", "% of code"],
  ...[...byOwner].sort((a, b) => b[1][0] - a[1][0]).map(([name, [size, count]]) => [name, size, count, ((size / code) * 100).toFixed(1)]),
]);
printTable("Largest functions", [["", "bytes"], ...functions.slice(0, Number(single)).map(({ size, name }) => [name.slice(0, 150), size])]);
