// The package's own entry: reads a text, in Node and in a browser alike.
//
// The compiled module and what was learned are part of the scripts, so that no bundler has to be told of files beside them.

import module from "inlined:module";
import built from "inlined:version";
import * as reader from "../pkg/reader-html/rapporteur.js";
import { answer } from "../engine/answer.js";
import { take } from "../engine/learned.js";
import { bytesOf, unpack } from "../engine/unpack.js";

/** @import { LanguageModel } from "../pkg/reader-html/rapporteur.js" */
/** @import { LearnedFile } from "../engine/learned.js" */
/** @typedef {import("./options.js").Format} Format */
/** @typedef {import("./options.js").Options} Options */
/** @typedef {import("./report.d.ts").Report} Report */

/** The version of the reader. */
export const version = /** @type {string} */ (built);

/** @type {Promise<LanguageModel | null> | null} */
let started = null;

/** Compiles the module and takes in what was learned, once. */
function start() {
  started ??= begin().catch((error) => {
    started = null;
    throw error;
  });
  return started;
}

async function begin() {
  const [compiled, { default: learned }] = await Promise.all([
    unpack(bytesOf(module)).then((bytes) => WebAssembly.compile(bytes)),
    import("inlined:learned"),
  ]);
  reader.initSync({ module: compiled });
  const files = Object.entries(learned).map(async ([file, base64]) => /** @type {const} */ ([/** @type {LearnedFile} */ (file), await unpack(bytesOf(base64))]));
  return take(reader, new Map(await Promise.all(files))).model;
}

/**
 * Reads a text: who said what, passage by passage, and how well it is sourced. The reading itself is done at once, on the thread that
 * calls: some milliseconds for an article. Call it in a worker where that matters.
 *
 * @param {string | Uint8Array} text    a text, or the bytes of a file: plain text, Markdown, a saved web page
 * @param {Options} [options]
 * @returns {Promise<Report>}    fails with an `Error` whose `code` is `too_large`, `not_text` or `wrong_option`
 */
export async function read(text, options = {}) {
  return JSON.parse(await readAs(text, "json", options));
}

/**
 * The same as a file would hold it: the report as one line of JSON, its statements as CSV, or what could be checked as drafts of ClaimReview.
 *
 * @param {string | Uint8Array} text
 * @param {Format} format
 * @param {Options} [options]
 * @returns {Promise<string>}
 */
export async function readAs(text, format, { name, ...options } = {}) {
  const model = await start();
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const what = /** @type {const} */ ({ json: "json", csv: "csv", claimreview: "claimReview" })[format];
  if (what === undefined) throw Object.assign(new Error(`${format}: is none of json, csv, claimreview`), { code: "wrong_option" });
  const given = answer(reader, model, { what, name: name ?? "text.txt", bytes, options: { offsets: "utf16", ...options } });
  return new TextDecoder().decode(/** @type {Uint8Array} */ (given));
}
