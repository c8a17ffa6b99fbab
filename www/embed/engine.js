// The engine of all panels of a page, or of those that name one of their own, and the seat that each panel has at it.

import { Engine } from "../engine/engine.js";

/** @import { Host, Task } from "../engine/engine.js" */

/** A guest leaves half of the machine to the page, and more than four readers at a time gain it little. */
const readers = Math.max(1, Math.min(4, Math.floor((navigator.hardwareConcurrency || 2) / 2)));

/** For how many seconds workers may have nothing to do: a guest gives back the memory that it does not need. */
const PATIENCE = 60;

/** What a panel asks of its engine; it counts if it is said before the first panel of the engine begins. @typedef {{ instance: string, noWorker: boolean, wasmSrc: string }} Asks */
/**
 * An engine with those who read with it.
 *
 * @typedef {object} Instance
 * @property {Engine} engine
 * @property {{ noWorker: boolean, wasmSrc: string }} asked
 * @property {Set<WeakRef<Seat>>} seats    as long as somebody else knows them: pages make panels, and forget them
 * @property {number} reading              how many texts are being read
 * @property {ReturnType<typeof setTimeout> | undefined} rest    when the workers rest after that
 */
/** What differs between ways to reach pages. @typedef {(asked: { noWorker: boolean, wasmSrc: string }) => Host} HostOf */

/** @type {HostOf | null} */
let hostOf = null;
/** By what panels name them; that of all who name none is empty. @type {Map<string, Instance>} */
const instances = new Map();

/** @param {HostOf} given    what panels read with */
export function provide(given) {
  hostOf = given;
}

/** What a panel has of an engine; says `learning` and `unlearned` when the engine does. */
export class Seat extends EventTarget {
  #asks;
  /** The engine is chosen once, when it is first needed. @type {Instance | null} */
  #chosen = null;

  /** @param {Asks} asks    the panel */
  constructor(asks) {
    super();
    this.#asks = asks;
  }

  get learning() {
    return this.#instance.engine.learning;
  }

  get missing() {
    return this.#instance.engine.missing;
  }

  get inPage() {
    return this.#instance.engine.inPage;
  }

  /** Starts the engine, unless that is done. */
  warm() {
    const { asked, engine } = this.#instance;
    asked.noWorker ||= this.#asks.noWorker;
    if (asked.wasmSrc === "") asked.wasmSrc = this.#asks.wasmSrc;
    return engine.warm();
  }

  learn() {
    return this.#instance.engine.learn();
  }

  learnAgain() {
    return this.#instance.engine.learnAgain();
  }

  /** @param {Task} task */
  async run(task) {
    const own = this.#instance;
    clearTimeout(own.rest);
    own.reading += 1;
    try {
      return await own.engine.run(task);
    } finally {
      own.reading -= 1;
      if (own.reading === 0) own.rest = setTimeout(() => own.engine.rest(), PATIENCE * 1000);
    }
  }

  get #instance() {
    if (this.#chosen === null) {
      this.#chosen = instanceOf(this.#asks.instance);
      this.#chosen.seats.add(new WeakRef(this));
    }
    return this.#chosen;
  }
}

/** The engine of a name, made when the first panel needs it. @param {string} name */
function instanceOf(name) {
  const known = instances.get(name);
  if (known !== undefined) return known;
  if (hostOf === null) throw new Error("no host was provided");
  const asked = { noWorker: false, wasmSrc: "" };
  const engine = new Engine(hostOf(asked), readers);
  /** @type {Instance} */
  const made = { engine, asked, seats: new Set(), reading: 0, rest: undefined };
  for (const event of ["learning", "unlearned"]) engine.addEventListener(event, () => tell(made, event));
  instances.set(name, made);
  return made;
}

/**
 * @param {Instance} instance
 * @param {string} event
 */
function tell({ seats }, event) {
  for (const known of seats) {
    const seat = known.deref();
    if (seat === undefined) seats.delete(known);
    else seat.dispatchEvent(new Event(event));
  }
}
