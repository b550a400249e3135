// The page's Worker that carries the pipelines out, one after the other, each on the same rows.
import { ajvCheck, withCsvParse, withPapaparse, zodCheck } from "./pipelines.mjs";

const PIPELINES = {
  "papaparse, ajv": [withPapaparse, ajvCheck],
  "csv-parse, ajv": [withCsvParse, ajvCheck],
  "papaparse, zod": [withPapaparse, zodCheck],
};

self.onmessage = async ({ data: { blob, fields } }) => {
  const told = [];
  for (const [name, [run, check]] of Object.entries(PIPELINES)) {
    const checks = check(fields);
    const started = performance.now();
    const { rows, refused } = await run(blob, fields, checks);
    told.push({ name, rows, refused, seconds: (performance.now() - started) / 1000 });
  }
  self.postMessage(told);
};
