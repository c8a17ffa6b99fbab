// The one engine of all panels of a page, and the seat that each panel has at it.

import { Engine } from "../engine/engine.js";

/** @import { Host, Task } from "../engine/engine.js" */

/** A guest leaves half of the machine to the page, and more than four readers at a time gain it little. */
const readers = Math.max(1, Math.min(4, Math.floor((navigator.hardwareConcurrency || 2) / 2)));

/** For how many seconds workers may have nothing to do: a guest gives back the memory that it does not need. */
const PATIENCE = 60;

/** @type {Host | null} */
let host = null;
/** @type {Engine | null} */
let engine = null;
/** Whether a panel wants no worker. */
let workerless = false;
/** How many texts are being read, and when the workers rest after that. @type {{ reading: number, rest: ReturnType<typeof setTimeout> | undefined }} */
const work = { reading: 0, rest: undefined };
/** Those who have a seat, as long as somebody else knows them: pages make panels, and forget them. @type {Set<WeakRef<Seat>>} */
const seats = new Set();

/** @param {Host} given    what panels read with */
export function provide(given) {
  host = given;
}

/** Whether a panel has asked that no worker be started. */
export function withoutWorker() {
  return workerless;
}

/** What a panel has of the engine; says `learning` and `unlearned` when the engine does. */
export class Seat extends EventTarget {
  constructor() {
    super();
    seats.add(new WeakRef(this));
  }

  get learning() {
    return shared().learning;
  }

  get missing() {
    return shared().missing;
  }

  get inPage() {
    return shared().inPage;
  }

  /**
   * Starts the engine, unless that is done.
   *
   * @param {boolean} worker    whether it may be a worker; counts until one was started
   */
  warm(worker) {
    workerless ||= !worker;
    return shared().warm();
  }

  learn() {
    return shared().learn();
  }

  learnAgain() {
    return shared().learnAgain();
  }

  /** @param {Task} task */
  async run(task) {
    clearTimeout(work.rest);
    work.reading += 1;
    try {
      return await shared().run(task);
    } finally {
      work.reading -= 1;
      if (work.reading === 0) work.rest = setTimeout(() => shared().rest(), PATIENCE * 1000);
    }
  }
}

/** The engine, made when the first panel needs it. */
function shared() {
  if (engine !== null) return engine;
  if (host === null) throw new Error("no host was provided");
  engine = new Engine(host, readers);
  for (const name of ["learning", "unlearned"]) engine.addEventListener(name, () => tell(name));
  return engine;
}

/** @param {string} name */
function tell(name) {
  for (const known of seats) {
    const seat = known.deref();
    if (seat === undefined) seats.delete(known);
    else seat.dispatchEvent(new Event(name));
  }
}
