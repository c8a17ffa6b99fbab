// What of an artefact stands inside a script: compiled module, worker, what was learned, colours.
//
// It also makes the elements fit for other people's pages. Their names get our prefix, since a page may have a
// `file-list` of its own; `rem` becomes a length of ours, since a page may set its own to anything; and they ask how wide
// the panel is, not the window.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { LEARNED } from "../engine/learned.js";
import { WWW, css, pack, packedModel, script, wasm } from "./tools.mjs";

/** @import { Plugin } from "esbuild" */

const ELEMENTS = new URL("elements/", WWW);

/** The version of the crate, which is that of everything made of it. */
export const VERSION = readFileSync(new URL("../Cargo.toml", WWW), "utf8").match(/^version = "(.+)"$/m)?.[1] ?? "0.0.0";

/** The compiled module, where a page hosts it apart. */
export const MODULE = `rapporteur-${VERSION}.wasm`;

/** As the attribute `integrity` names it. @param {Uint8Array} bytes */
export function integrity(bytes) {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}

/** What each `inlined:` name stands for; made when first asked for. @type {Record<string, () => Promise<unknown>>} */
const CONTENTS = {
  module: async () => pack(await wasm("reader-html")).toString("base64"),
  "module-apart": async () => ({ name: MODULE, integrity: integrity(await wasm("reader-html")) }),
  worker: async () => (await script("engine/worker-single.js", { format: "iife" })).toString(),
  learned: async () => Object.fromEntries(await Promise.all(LEARNED.map(async (file) => [file, (await packedModel(file)).toString("base64")]))),
  "learned-sizes": async () => Object.fromEntries(await Promise.all(LEARNED.map(async (file) => [file, (await packedModel(file)).length]))),
  palette: async () => palette((await css()).toString()),
  version: async () => VERSION,
};
/** @type {Map<string, Promise<unknown>>} */
const made = new Map();

/** @param {string} name */
export function content(name) {
  const known = made.get(name);
  if (known !== undefined) return known;
  const contents = CONTENTS[name]();
  made.set(name, contents);
  return contents;
}

/**
 * @param {Record<string, unknown>} [more]    besides those of {@link CONTENTS}
 * @returns {Plugin}
 */
export function inlined(more = {}) {
  const names = ourNames();
  return {
    name: "inlined",
    setup(build) {
      build.onResolve({ filter: /^inlined:/ }, ({ path }) => ({ path: path.slice("inlined:".length), namespace: "inlined" }));
      build.onLoad({ filter: /.*/, namespace: "inlined" }, async ({ path }) => {
        const value = path in more ? more[path] : await content(path);
        return { contents: JSON.stringify(value), loader: "json" };
      });
      build.onLoad({ filter: /[\\/](elements|styles)[\\/][^\\/]+\.js$/ }, async ({ path }) => ({
        contents: fitted(await readFile(path, "utf8"), names),
        loader: "js",
      }));
    },
  };
}

/** The names of elements that are not ours by their looks. */
function ourNames() {
  const files = readdirSync(fileURLToPath(ELEMENTS)).filter((file) => file.endsWith(".js"));
  const names = files.flatMap((file) => [...readFileSync(new URL(file, ELEMENTS), "utf8").matchAll(/\bdefine\("([a-z-]+)"/g)].map(([, name]) => name));
  return names.filter((name) => !name.startsWith("rapporteur-"));
}

/**
 * @param {string} source
 * @param {string[]} names
 */
function fitted(source, names) {
  const name = new RegExp(String.raw`(?<![\w.-]|[\w.]/)(${names.join("|")})(?![\w./-])`, "g");
  return source
    .replace(name, "rapporteur-$1")
    .replace(/(?<![\w.])(-?)(\d*\.?\d+)rem\b/g, "calc($1$2 * var(--rem))")
    .replace(/@media \((max|min)-width/g, "@container ($1-width");
}

/**
 * The variables that the page sets for its elements.
 *
 * @param {string} css
 * @returns {[string, string][]}
 */
function palette(css) {
  const blocks = [...css.matchAll(/:root\{([^}]*)\}/g)].map(([, block]) => block);
  return blocks.flatMap((block) => [...block.matchAll(/--([\w-]+):([^;]+)/g)].map(([, name, value]) => /** @type {[string, string]} */ ([name, value])));
}
