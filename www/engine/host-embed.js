// A panel on somebody else's page: the worker's script and the compiled module are inside our own script, so that its
// fingerprint (`integrity`) covers them, and nothing has to be fetched that the page's policy might not allow.

import module from "inlined:module";
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

/**
 * @param {() => Promise<Learned>} bring    where what was learned comes from; may be called again when it has failed
 * @param {() => boolean} withoutWorker     whether the page wants none
 * @returns {Host}
 */
export function hostOf(bring, withoutWorker) {
  /** @type {Promise<Learned> | null} */
  let learned = null;
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
      if (withoutWorker()) throw new Error("a panel has the attribute no-worker");
      // A classic script: a module in a Blob is refused under most policies.
      address ??= URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
      return new Worker(scriptUrl(address), { name: "rapporteur" });
    },
    compile: async () => WebAssembly.compile(await unpack(bytesOf(module))),
    glue: async () => readerHtml,
    // A script tells nothing of its coming, only that it is there or not: it needs no time limit of ours.
    learned: (file) => ({ bytes: sizes[file], packed: all().then((files) => new Blob([bytesOf(files[file])]).stream()) }),
  };
}
