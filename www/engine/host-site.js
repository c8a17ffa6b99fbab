// The page as it is served: modules, the worker's script and what was learned lie beside it.

import { scriptUrl } from "./trusted.js";

/** @import { Host } from "./engine.js" */
/** @import { LearnedFile } from "./learned.js" */
/** @typedef {Record<LearnedFile, { name: string, bytes: number }>} Packed */

/** Written in by build.mjs: where the built files are, relative to the page. */
/* global __FILES__ */
const files = /** @type {{ worker: string, "reader": string, "reader-html": string, glue: string, learned: Packed }} */ (
  // @ts-expect-error: esbuild puts the names in
  __FILES__
);

const at = (/** @type {string} */ file) => new URL(file, document.baseURI);

/** @type {Host} */
export const host = {
  flavours: ["reader", "reader-html"],
  startWorker: () => new Worker(scriptUrl(at(files.worker).href), { type: "module", name: "reader" }),
  async compile(flavour) {
    const response = await fetch(at(files[flavour]));
    if (!response.ok) throw new Error(`${files[flavour]}: ${response.status}`);
    return WebAssembly.compileStreaming(response);
  },
  learned(file, signal) {
    const { name, bytes } = files.learned[file];
    return { bytes, packed: stream(name, signal) };
  },
  async glue(flavour) {
    const glue = await import(at(files.glue).href);
    return flavour === "reader" ? glue.reader : glue.readerHtml;
  },
};

/**
 * A file that others should not wait for.
 *
 * @param {string} name
 * @param {AbortSignal} signal
 */
async function stream(name, signal) {
  const response = await fetch(at(name), { priority: "low", signal });
  if (!response.ok || response.body === null) throw new Error(`${name}: ${response.status}`);
  return response.body;
}
