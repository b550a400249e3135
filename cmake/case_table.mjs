// Writes core/convert/case_table.hpp: Unicode's simple case mappings, from the data that Node has.
// node cmake/case_table.mjs > core/convert/case_table.hpp; a test holds the file against it.
import { fileURLToPath } from "node:url";

const single = (text) => ([...text].length === 1 ? text.codePointAt(0) : undefined);

// Node knows the full mappings. Where they give several characters, the simple ones differ: the
// letters with iota subscript have one capital, whose small letter they are; the I with a dot has i.
function simpleMappings() {
  const upper = new Map();
  const lower = new Map([[0x130, 0x69]]);
  for (let point = 0; point <= 0x1ffff; point += 1) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const text = String.fromCodePoint(point);
    const up = single(text.toUpperCase());
    const down = single(text.toLowerCase());
    if (up !== undefined && up !== point) upper.set(point, up);
    if (down !== undefined && down !== point) lower.set(point, down);
  }
  for (const [point, down] of lower) {
    if (point >= 0x1f80 && point <= 0x1fff && !upper.has(down)) upper.set(down, point);
  }
  return { upper, lower };
}

// Runs of letters with the same distance to their counterparts, one after the other or every other.
function runs(mapping) {
  const found = [];
  const points = [...mapping.keys()].sort((a, b) => a - b);
  for (const point of points) {
    const distance = mapping.get(point) - point;
    const run = found.at(-1);
    const step = run && point - run.last;
    if (run && run.distance === distance && (step === run.step || (run.first === run.last && step <= 2))) {
      run.step = step;
      run.last = point;
    } else {
      found.push({ first: point, last: point, step: 1, distance });
    }
  }
  return found;
}

const hex = (number) => `0x${number.toString(16).toUpperCase()}`;

function table(name, mapping) {
  const rows = runs(mapping).map((run) => `{${hex(run.first)}, ${hex(run.last)}, ${run.step}, ${run.distance}}`);
  const lines = [];
  for (const row of rows) {
    if (lines.length === 0 || `${lines.at(-1)}, ${row}`.length > 98) lines.push(`    ${row}`);
    else lines[lines.length - 1] += `, ${row}`;
  }
  return `inline constexpr CaseRun ${name}[] = {\n${lines.join(",\n")}};\n`;
}

export function caseTable() {
  const { upper, lower } = simpleMappings();
  return `// Unicode ${process.versions.unicode}: simple case mappings. Written by cmake/case_table.mjs; do not edit.
// clang-format off
#pragma once

#include <cstdint>

namespace crosswalk::convert {

// Letters from \`first\` to \`last\`, each or every other, and how far their counterparts are.
struct CaseRun {
  std::uint32_t first, last, step;
  std::int32_t distance;
};

${table("kToUpper", upper)}
${table("kToLower", lower)}
}  // namespace crosswalk::convert
// clang-format on
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(caseTable());
