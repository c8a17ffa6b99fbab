// The page as one file: the worker's script and the compiled module are inside it, as blocks of data.

import * as readerHtml from "../pkg/reader-html/rapporteur.js";
import { scriptUrl } from "./trusted.js";

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
  async compile() {
    const packed = Uint8Array.from(atob(block("module")), (character) => character.charCodeAt(0));
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
  },
  glue: async () => readerHtml,
};
