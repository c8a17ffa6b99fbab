// What a worker does: one instance of a compiled module, one call at a time.
//
// It is told `{ start: { flavour, module, lock } }` once, says `{ ready: true }`, then answers each
// `{ id, call }` with `{ id, answer }` or `{ id, error }`. Of `{ learn: files }` it only says what it `{ refused }`.

import { answer, posted, transferable } from "./answer.js";
import { take } from "./learned.js";

/** @import * as Module from "../pkg/reader-html/rapporteur.js" */
/** @import { Call } from "./answer.js" */
/** @import { LanguageModel } from "../pkg/reader-html/rapporteur.js" */
/** @import { Files, Reader } from "./learned.js" */
/** @typedef {Reader & Pick<typeof Module, "initSync">} Glue */
/** @typedef {{ flavour: "reader" | "reader-html", module: WebAssembly.Module, lock: string }} Start */

/**
 * @typedef {object} Scope
 * @property {((event: MessageEvent) => void) | null} onmessage
 * @property {(message: unknown, transfer?: Transferable[]) => void} postMessage
 * @property {Navigator} navigator
 */
const scope = /** @type {Scope} */ (/** @type {unknown} */ (globalThis));

/** @type {Glue} */
let module;
/** @type {LanguageModel | null} */
let model = null;

/** @param {Record<string, Glue>} modules    by flavour */
export function serve(modules) {
  scope.onmessage = ({ data }) => {
    if (data.start) start(modules[data.start.flavour], data.start);
    else if (data.learn) learn(data.learn);
    else respond(data.id, data.call);
  };
}

/**
 * @param {Glue} glue
 * @param {Start} settings
 */
async function start(glue, { module: compiled, lock }) {
  try {
    module = glue;
    module.initSync({ module: compiled });
    await hold(lock);
    scope.postMessage({ ready: true });
  } catch (error) {
    scope.postMessage({ failed: posted(error).message });
  }
}

/**
 * Takes a lock that the browser gives back when this worker is gone, however that comes about: the page waits for it.
 * Where there are no locks (a page opened from disk), the time limit has to do.
 *
 * @param {string} name
 * @returns {Promise<void>}
 */
function hold(name) {
  return new Promise((held) => {
    const forever = () => {
      held();
      return new Promise(() => {});
    };
    if (!("locks" in scope.navigator)) held();
    else scope.navigator.locks.request(name, forever).catch(() => held());
  });
}

/** @param {Files} files */
function learn(files) {
  model?.free();
  const taken = take(module, files);
  model = taken.model;
  if (taken.refused.length > 0) scope.postMessage({ refused: taken.refused });
}

/**
 * @param {number} id
 * @param {Call} call
 */
function respond(id, call) {
  try {
    const given = answer(module, model, call);
    scope.postMessage({ id, answer: given }, transferable(given));
  } catch (error) {
    scope.postMessage({ id, error: posted(error) });
  }
}
