// How the page's own files hang together: imports go one way, and no word is kept that nothing says.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));

/** Each folder may use those before it. What lies beside the folders (the entries) may use all, and so may the entries of other pages and of the package. */
const ORDER = ["pkg", "locales", "styles", "engine", "intake", "library", "out", "embed", "elements", "npm"];
const ENTRIES = ["embed/frame.js", "embed/script.js"];

const sources = readdirSync(WWW, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".js") && !/^(dist|pkg)\//.test(path))
  .map((path) => ({ path, code: readFileSync(join(WWW, path), "utf8") }));

test("imports go one way", () => {
  for (const { path, code } of sources) {
    const folder = dirname(path);
    if (folder === "." || ENTRIES.includes(path)) continue;
    assert.ok(ORDER.includes(folder), `${path}: which rank has the folder?`);
    for (const [, target] of code.matchAll(/^(?:import|export)\b[^;]*?["'](\.{1,2}\/[^"']+)["']/gm)) {
      const used = normalize(join(folder, target)).split("/")[0];
      assert.ok(ORDER.indexOf(used) <= ORDER.indexOf(folder), `${path} must not use ${target}`);
    }
  }
});

test("only what starts a compiled module imports one", () => {
  const importers = sources.filter(({ code }) => /^(?:import|export)[^;@]*\/pkg\//m.test(code)).map(({ path }) => path);
  assert.deepEqual(importers.sort(), [
    "engine/glue.js",
    "engine/host-embed.js",
    "engine/host-single.js",
    "engine/worker-single.js",
    "engine/worker.js",
    "npm/index.js",
  ]);
});

/** What the core and the engine say by a code: locales.test.mjs holds these against them. */
const BY_CODE = ["failure", "cause", "sessioncause", "filekind", "diagnostic", "undated", "nowhere", "explained"];

test("every word of the locale is said somewhere", () => {
  const { strings } = JSON.parse(readFileSync(join(WWW, "locales/en.json"), "utf8"));
  const all = sources.map(({ code }) => code).join("\n");
  const groups = new Set([...BY_CODE, ...[...all.matchAll(/\bword\("(\w[\w.]*)"/g)].map(([, group]) => group)]);
  const templates = [...all.matchAll(/\bt\(`([\w.]+)\$\{\w+\}([\w.]*)`/g)].map(([, start, end]) => ({ start, end }));
  const said = (/** @type {string} */ key) =>
    all.includes(`"${key}"`) ||
    groups.has(key.slice(0, key.lastIndexOf("."))) ||
    templates.some(({ start, end }) => key.startsWith(start) && key.endsWith(end));
  assert.deepEqual(Object.keys(strings).filter((key) => !said(key)), []);
});
