// The one engine of all panels of a page.

import { Engine } from "../engine/engine.js";

/** @import { Host } from "../engine/engine.js" */

/** A guest leaves half of the machine to the page, and more than four readers at a time gain it little. */
const readers = Math.max(1, Math.min(4, Math.floor((navigator.hardwareConcurrency || 2) / 2)));

/** @type {Host | null} */
let host = null;
/** @type {Engine | null} */
let engine = null;
/** Whether a panel wants no worker. */
let workerless = false;

/** @param {Host} given    what panels read with */
export function provide(given) {
  host = given;
}

/** Whether a panel has asked that no worker be started. */
export function withoutWorker() {
  return workerless;
}

/**
 * The engine, made when the first panel is.
 *
 * @param {{ withoutWorker?: boolean }} [wish]    counts as long as no worker was started
 */
export function sharedEngine(wish) {
  if (host === null) throw new Error("no host was provided");
  workerless ||= wish?.withoutWorker ?? false;
  engine ??= new Engine(host, readers);
  return engine;
}
