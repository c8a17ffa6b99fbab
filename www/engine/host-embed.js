// A panel on somebody else's page: the worker's script and the compiled module are inside our own script, so that its
// fingerprint (`integrity`) covers them, and nothing has to be fetched that the page's policy might not allow. A page may host the
// module apart; then its fingerprint is in the script.

import module from "inlined:module";
import apart from "inlined:module-apart";
import sizes from "inlined:learned-sizes";
import worker from "inlined:worker";
import * as readerHtml from "../pkg/reader-html/rapporteur.js";
import { scriptUrl } from "./trusted.js";
import { bytesOf, unpack } from "./unpack.js";

/** @import { Host } from "./engine.js" */
/** @import { LearnedFile } from "./learned.js" */
/** What was learned, in base64. @typedef {Record<LearnedFile, string>} Learned */

/** The address of the worker's script; made once. @type {string | undefined} */
let address;

/** What was learned comes once, for all engines of a page. @type {Promise<Learned> | null} */
let learned = null;

/**
 * @param {() => Promise<Learned>} bring    where what was learned comes from; may be called again when it has failed
 * @param {string} beside                   the address that our own files lie beside
 * @param {{ noWorker: boolean, wasmSrc: string }} asked    what the page wants, when it is first needed
 * @returns {Host}
 */
export function hostOf(bring, beside, asked) {
  const all = () => {
    learned ??= bring().catch((error) => {
      learned = null;
      throw error;
    });
    return learned;
  };
  return {
    flavours: ["reader-html"],
    startWorker() {
      if (asked.noWorker) throw new Error("a panel has the attribute no-worker");
      // A classic script: a module in a Blob is refused under most policies.
      address ??= URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
      return new Worker(scriptUrl(address), { name: "rapporteur" });
    },
    compile: () => compile(beside, asked.wasmSrc),
    glue: async () => readerHtml,
    // A script tells nothing of its coming, only that it is there or not: it needs no time limit of ours.
    learned: (file) => ({ bytes: sizes[file], packed: all().then((files) => new Blob([bytesOf(files[file])]).stream()) }),
  };
}

/**
 * The module from where the page hosts it, else that in our own script; from beside our script where it has none.
 *
 * @param {string} beside
 * @param {string} wasmSrc    seen from the page
 */
async function compile(beside, wasmSrc) {
  if (wasmSrc !== "" || module === "") {
    try {
      const source = wasmSrc === "" ? new URL(apart.name, beside) : new URL(wasmSrc, document.baseURI);
      // Only this very module fits the rest of the script.
      const response = await fetch(source, { integrity: apart.integrity, credentials: "omit" });
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return await WebAssembly.compile(await response.arrayBuffer());
    } catch (error) {
      if (module === "") throw error;
      console.warn("The module of wasm-src is not that of this version, or cannot be had; that in the script is used:", error);
    }
  }
  return WebAssembly.compile(await unpack(bytesOf(module)));
}
