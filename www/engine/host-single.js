// The page as one file: the worker's script, the compiled module and what was learned are inside it, as blocks of data.

import * as readerHtml from "../pkg/reader-html/rapporteur.js";
import { scriptUrl } from "./trusted.js";
import { unpack } from "./unpack.js";

/** @import { Host } from "./engine.js" */

const block = (/** @type {string} */ id) => document.getElementById(id)?.textContent?.trim() ?? "";

/** The bytes of a block in base64. @param {string} id */
function packed(id) {
  const characters = atob(block(id));
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < characters.length; index += 1) bytes[index] = characters.charCodeAt(index);
  return bytes;
}

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
  compile: async () => WebAssembly.compile(await unpack(packed("module"))),
  glue: async () => readerHtml,
  learned(file) {
    const bytes = packed(file);
    return { bytes: bytes.length, packed: Promise.resolve(new Blob([bytes]).stream()) };
  },
};
