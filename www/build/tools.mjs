// What the builds of all artefacts share: scripts by esbuild, compiled modules, packing, fingerprints, sizes.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, gzipSync } from "node:zlib";
import { build } from "esbuild";

export const WWW = new URL("../", import.meta.url);
export const DIST = new URL("dist/", WWW);
const MODEL = new URL("../model/", WWW);

/** @type {import("esbuild").BuildOptions} */
export const COMMON = {
  bundle: true,
  minify: true,
  write: false,
  charset: "utf8",
  target: ["es2022"],
  legalComments: "none",
  loader: { ".txt": "text" },
  conditions: ["production"],
  absWorkingDir: fileURLToPath(WWW),
  logLevel: "warning",
  // The modules' glue could find its module by its own address; the page always hands it over.
  logOverride: { "empty-import-meta": "silent" },
};

/**
 * @param {string} entry
 * @param {import("esbuild").BuildOptions} options
 */
export async function script(entry, options) {
  const { outputFiles } = await build({ ...COMMON, ...options, entryPoints: [entry] });
  return Buffer.from(outputFiles?.[0].contents ?? []);
}

export async function css() {
  const { outputFiles } = await build({ ...COMMON, entryPoints: ["styles/page.css"] });
  return Buffer.from(outputFiles?.[0].text.trim() ?? "");
}

/** The languages that are files of their own: all but English, which is in the scripts. */
export const LOCALES = Object.keys(JSON.parse(readFileSync(new URL("locales/languages.json", WWW), "utf8")).languages).filter((language) => language !== "en");

/** The words of the page in a language, without what is for translators. @param {string} language */
export async function locale(language) {
  const { direction, formats, plural, strings } = JSON.parse(await readFile(new URL(`locales/${language}.json`, WWW), "utf8"));
  return Buffer.from(JSON.stringify({ language, direction, formats, plural, strings }));
}

/** @param {string} flavour */
export function wasm(flavour) {
  return readFile(new URL(`pkg/${flavour}/rapporteur_bg.wasm`, WWW));
}

/**
 * A file of the language model. It is packed here and unpacked by the page: few servers pack what they do not know by its ending.
 *
 * @param {string} file
 */
export async function packedModel(file) {
  return pack(await readFile(new URL(file, MODEL)));
}

/** @param {Uint8Array} bytes */
export function pack(bytes) {
  return gzipSync(bytes, { level: 9 });
}

/** A script that does not end the element it stands in. @param {string} code */
export function safeInScript(code) {
  return code.trim().replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

/** @param {Uint8Array} bytes */
export function hash(bytes) {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 10);
}

/** As a content security policy names it. @param {string} text */
export function sha256(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** What is still being packed to be weighed. @type {Promise<string>[]} */
const weighed = [];

/**
 * Weighs an artefact: as it is, and packed as a server would. Packing takes long and goes on beside the rest of the build;
 * `sizes` prints what came out.
 *
 * @param {string} name
 * @param {Buffer[]} parts
 */
export function report(name, parts) {
  const sum = (/** @type {number[]} */ sizes) => sizes.reduce((total, size) => total + size, 0).toLocaleString("en");
  const packed = Promise.all(parts.map((part) => promisify(brotliCompress)(part)));
  weighed.push(packed.then((packed) => `${name}: ${sum(parts.map((part) => part.length))} bytes, brotli ${sum(packed.map((part) => part.length))}`));
}

/** Prints the sizes of all artefacts, in the order in which they were built. */
export async function sizes() {
  for (const line of weighed) console.log(await line);
}
