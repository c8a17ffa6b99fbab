// A pool of workers that read texts: files in, answers out, each as soon as it is ready.
//
// No more files are held in memory than there are workers. A worker that dies is replaced, and only the file that it was
// reading fails. Where no worker can be started at all, the page itself does the reading.

import { answer, posted } from "./answer.js";
import { Failure, cancelled, stopped, tooLarge, unreadable } from "./failure.js";
import { Slot } from "./slot.js";
import { flavourOf } from "./sniff.js";

/** @import { Answer, ReadOptions } from "./answer.js" */
/** @import { Flavour } from "./sniff.js" */
/** @import * as Module from "../pkg/reader-html/rapporteur.js" */

/**
 * What differs between the page as it is served and the page as one file.
 *
 * @typedef {object} Host
 * @property {() => Worker} startWorker
 * @property {(flavour: Flavour) => Promise<WebAssembly.Module>} compile
 * @property {(flavour: Flavour) => Promise<Pick<typeof Module, "Reading" | "initSync">>} glue   for reading in the page itself
 * @property {Flavour[]} flavours   those that it has; the last one reads everything
 */
/**
 * @typedef {object} Task
 * @property {"read" | "json" | "csv" | "csvRows"} what
 * @property {string} name
 * @property {Blob} blob
 * @property {ReadOptions & { limit: number }} options
 * @property {AbortSignal} [signal]
 * @property {() => void} [started]   called when its turn has come
 * @property {number} [patience]      how many times the usual time it may take
 */
/** @typedef {{ task: Task, resolve: (answer: Answer) => void, reject: (why: Error) => void }} Waiting */

/** A worker that has read more than this is not used again: its memory never shrinks. */
const HEAVY = 8 << 20;

export class Engine extends EventTarget {
  /** @type {Waiting[]} */
  #queue = [];
  #active = 0;
  /** @type {Set<Slot>} */
  #slots = new Set();
  /** @type {Map<Flavour, Promise<WebAssembly.Module>>} */
  #modules = new Map();
  /** Set once workers turn out to be impossible. @type {Map<Flavour, Promise<Pick<typeof Module, "Reading">>> | null} */
  #inPage = null;
  #everStarted = false;
  #host;
  /** How many times the usual time every file may take. */
  patience = 1;

  /**
   * @param {Host} host
   * @param {number} [size]   how many files are read at a time
   */
  constructor(host, size = Math.max(1, Math.min(6, navigator.hardwareConcurrency || 2))) {
    super();
    this.#host = host;
    this.size = size;
  }

  /** Whether the page itself does the reading. */
  get inPage() {
    return this.#inPage !== null;
  }

  /** Starts the first worker before anybody asks, so that the first file does not wait for it. */
  async warm() {
    if (this.#slots.size > 0 || this.inPage) return;
    const slot = await this.#start(this.#host.flavours[0]);
    if (slot !== null) slot.busy = false;
  }

  /**
   * @param {Task} task
   * @returns {Promise<Answer>}   fails with a {@link Failure}
   */
  run(task) {
    return new Promise((resolve, reject) => {
      const waiting = { task, resolve, reject };
      this.#queue.push(waiting);
      task.signal?.addEventListener("abort", () => {
        const at = this.#queue.indexOf(waiting);
        if (at !== -1) this.#queue.splice(at, 1);
        reject(cancelled(task.name));
      });
      this.#next();
    });
  }

  #next() {
    const places = this.inPage ? 1 : this.size;
    while (this.#active < places) {
      const waiting = this.#queue.shift();
      if (waiting === undefined) return;
      const { task, resolve, reject } = waiting;
      this.#active += 1;
      this.#perform(task)
        .catch((error) => {
          // It did not look like a web page at its start, and is one.
          if (error instanceof Failure && error.code === "web_page") return this.#perform(task, "reader-html");
          throw error;
        })
        .then(resolve, reject)
        .finally(() => {
          this.#active -= 1;
          this.#next();
        });
    }
  }

  /**
   * @param {Task} task
   * @param {Flavour} [known]    which reader it needs
   */
  async #perform(task, known) {
    const { what, name, blob, options, signal } = task;
    task.started?.();
    if (blob.size > options.limit) throw tooLarge(name, blob.size, options.limit);
    const bytes = await blob.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      (error) => {
        throw unreadable(name, error);
      },
    );
    if (signal?.aborted) throw cancelled(name);
    const call = { what, name, bytes, options };
    const flavour = this.#flavour(known ?? flavourOf(name, blob.type, bytes));
    const size = bytes.length;
    const slot = this.inPage ? null : await this.#slot(flavour);
    if (slot === null) return this.#readInPage(flavour, call);
    const cancel = () => this.#end(slot, cancelled(name));
    signal?.addEventListener("abort", cancel);
    try {
      if (signal?.aborted) throw cancelled(name);
      return await slot.call(call, seconds(size) * this.patience * (task.patience ?? 1));
    } finally {
      signal?.removeEventListener("abort", cancel);
      slot.busy = false;
      if (!slot.alive || size > HEAVY) this.#end(slot);
    }
  }

  /** The flavour that this page has for it. @param {Flavour} wanted */
  #flavour(wanted) {
    const { flavours } = this.#host;
    return flavours.includes(wanted) ? wanted : flavours[flavours.length - 1];
  }

  /**
   * A worker that can read files of a flavour, marked as busy; null where workers are impossible.
   *
   * @param {Flavour} flavour
   */
  async #slot(flavour) {
    const free = [...this.#slots].filter((slot) => slot.alive && !slot.busy);
    const fit = free.find((slot) => slot.flavour === flavour || slot.flavour === "reader-html");
    if (fit !== undefined) {
      fit.busy = true;
      return fit;
    }
    if (this.#slots.size >= this.size && free.length > 0) this.#end(free[0]);
    return this.#start(flavour);
  }

  /** @param {Flavour} flavour */
  async #start(flavour) {
    const module = await this.#compile(flavour);
    try {
      const slot = await Slot.start(this.#host.startWorker(), flavour, module);
      this.#everStarted = true;
      this.#slots.add(slot);
      return slot;
    } catch (error) {
      if (this.#everStarted) throw stopped("worker");
      console.warn("No worker can be started here, so the page itself reads:", error);
      this.#inPage = new Map();
      this.dispatchEvent(new Event("in-page"));
      return null;
    }
  }

  /** @param {Flavour} flavour */
  #compile(flavour) {
    const known = this.#modules.get(flavour);
    if (known !== undefined) return known;
    const module = this.#host.compile(flavour).catch((error) => {
      this.#modules.delete(flavour); // it may work next time, with the network back
      throw new Failure("stopped", `the reader for this kind of file could not be loaded (${error.message}); try again`);
    });
    this.#modules.set(flavour, module);
    return module;
  }

  /**
   * @param {Slot} slot
   * @param {Error} [why]
   */
  #end(slot, why) {
    this.#slots.delete(slot);
    slot.end(why);
  }

  /**
   * @param {Flavour} flavour
   * @param {import("./answer.js").Call} call
   */
  async #readInPage(flavour, call) {
    const module = await this.#moduleInPage(flavour);
    await new Promise((resolve) => {
      setTimeout(resolve); // the page draws between two files
    });
    try {
      return answer(module, call);
    } catch (error) {
      const { code, message } = posted(error);
      if (code === null) throw stopped(call.name);
      throw new Failure(/** @type {import("./failure.js").FailureCode} */ (code), message);
    }
  }

  /** @param {Flavour} flavour */
  #moduleInPage(flavour) {
    const modules = this.#inPage ?? (this.#inPage = new Map());
    const known = modules.get(flavour);
    if (known !== undefined) return known;
    const started = Promise.all([this.#host.glue(flavour), this.#compile(flavour)]).then(([glue, module]) => {
      glue.initSync({ module });
      return glue;
    });
    modules.set(flavour, started);
    return started;
  }
}

/** How long a file of so many bytes may take: far more than it does, so that only what hangs is stopped. @param {number} bytes */
function seconds(bytes) {
  return Math.ceil(20 + bytes / 100_000);
}
