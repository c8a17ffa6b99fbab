// The page as one file: the worker's script, the compiled module and what was learned are inside it, as blocks of data.

import * as readerHtml from "../pkg/reader-html/rapporteur.js";
import { scriptUrl } from "./trusted.js";
import { bytesOf, unpack } from "./unpack.js";

/** @import { Host } from "./engine.js" */

const block = (/** @type {string} */ id) => document.getElementById(id)?.textContent?.trim() ?? "";

/** The address of the worker's script; made once. @type {string | undefined} */
let worker;

/** @type {Host} */
export const host = {
  flavours: ["reader-html"],
  startWorker() {
    // A classic script: a page opened from disk may not start a module from a Blob.
    worker ??= URL.createObjectURL(new Blob([block("worker")], { type: "text/javascript" }));
    return new Worker(scriptUrl(worker), { name: "reader" });
  },
  compile: async () => WebAssembly.compile(await unpack(bytesOf(block("module")))),
  glue: async () => readerHtml,
  learned(file) {
    const bytes = bytesOf(block(file));
    return { bytes: bytes.length, packed: Promise.resolve(new Blob([bytes]).stream()) };
  },
};
