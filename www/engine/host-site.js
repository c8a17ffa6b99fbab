// The page as it is served: modules and the worker's script lie beside it.

import { scriptUrl } from "./trusted.js";

/** @import { Host } from "./engine.js" */

/** Written in by build.mjs: where the built files are, relative to the page. */
/* global __FILES__ */
const files = /** @type {{ worker: string, "reader": string, "reader-html": string, glue: string }} */ (
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
  async glue(flavour) {
    const glue = await import(at(files.glue).href);
    return flavour === "reader" ? glue.reader : glue.readerHtml;
  },
};
