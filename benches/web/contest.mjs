// The contestants: what they are called, what they read, and what a visitor would have to download for them.

import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const ROOT = new URL("../../", import.meta.url);

/** @typedef {{ name: string, script: string, reads: string, files: string[] }} Entry */

/** @type {Entry[]} */
export const ENTRIES = [
  {
    name: "rapporteur",
    script: "rapporteur",
    reads: "sentences, tokens, tags, lemmas, dependencies",
    files: ["rapporteur.wasm", "english.model"],
  },
  {
    name: "whole reading",
    script: "rapporteur-whole",
    reads: "the same, and actors, times, statements with their sources",
    files: ["rapporteur.wasm", "english.model", "roles.model", "attribution.weights"],
  },
  { name: "wink-nlp", script: "wink-full", reads: "sentences, tokens, tags, lemmas, entities", files: [] },
  { name: "wink-nlp, lean", script: "wink-lean", reads: "sentences, tokens, tags, lemmas", files: [] },
  { name: "compromise", script: "compromise", reads: "sentences, tokens, tags", files: [] },
];

/** The one that the others are compared with. */
export const YARDSTICK = "wink-nlp";

/**
 * Makes the folder that the browser gets the contestants from.
 *
 * @returns {Promise<string>}
 */
export async function bundle() {
  const folder = new URL("target/benches/web/", ROOT);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: ENTRIES.map(({ script }) => fileURLToPath(new URL(`benches/web/${script}.mjs`, ROOT))),
    outdir: fileURLToPath(folder),
    bundle: true,
    minify: true,
    format: "esm",
    target: ["es2022"],
    legalComments: "none",
    logLevel: "warning",
  });
  await cp(new URL("www/pkg/reader/rapporteur_bg.wasm", ROOT), new URL("rapporteur.wasm", folder));
  for (const file of ["english.model", "roles.model", "attribution.weights"]) await cp(new URL(`model/${file}`, ROOT), new URL(file, folder));
  return fileURLToPath(folder);
}

/**
 * The bytes of a contestant, as they are and compressed.
 *
 * @param {Entry} entry
 * @param {string} folder
 */
export async function weigh({ script, files }, folder) {
  const all = await Promise.all([`${script}.js`, ...files].map((file) => readFile(`${folder}/${file}`)));
  const sum = (/** @type {(file: Buffer) => number} */ of) => all.reduce((total, file) => total + of(file), 0);
  return { raw: sum((file) => file.length), brotli: sum((file) => brotliCompressSync(file).length) };
}
