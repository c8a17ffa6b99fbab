// What the builds of all artefacts share: scripts by esbuild, compiled modules, packing, fingerprints, sizes.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
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

/**
 * @param {string} name
 * @param {Buffer[]} parts
 */
export function report(name, parts) {
  const sum = (/** @type {(part: Buffer) => number} */ of) => parts.reduce((total, part) => total + of(part), 0).toLocaleString("en");
  console.log(`${name}: ${sum((part) => part.length)} bytes, brotli ${sum((part) => brotliCompressSync(part).length)}`);
}
