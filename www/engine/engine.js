// A pool of workers that read texts: files in, answers out, each as soon as it is ready.
//
// No more files are held in memory than there are workers. A worker that dies is replaced, and only the file that it was
// reading fails. Where no worker can be started at all, the page itself does the reading. Files wait until what was learned
// of English is there, or is known not to come.

import { answer, posted } from "./answer.js";
import { Failure, cancelled, notLoaded, stopped, tooLarge, unreadable } from "./failure.js";
import { LEARNED, take } from "./learned.js";
import { load } from "./load.js";
import { Slot } from "./slot.js";
import { flavourOf } from "./sniff.js";

/** @import { Answer, Call, ReadOptions } from "./answer.js" */
/** @import { LanguageModel } from "../pkg/reader-html/rapporteur.js" */
/** @import { Files, LearnedFile, Missing, Reader } from "./learned.js" */
/** @import { Open } from "./load.js" */
/** @import { Flavour } from "./sniff.js" */
/** @import * as Module from "../pkg/reader-html/rapporteur.js" */

/**
 * What differs between the page as it is served and the page as one file.
 *
 * @typedef {object} Host
 * @property {() => Worker} startWorker
 * @property {(flavour: Flavour) => Promise<WebAssembly.Module>} compile
 * @property {(flavour: Flavour) => Promise<Reader & Pick<typeof Module, "initSync">>} glue   for reading in the page itself
 * @property {Open} learned
 * @property {Flavour[]} flavours   those that it has; the last one reads everything
 */
/**
 * @typedef {object} Task
 * @property {Call["what"]} what
 * @property {string} name
 * @property {Blob} blob
 * @property {ReadOptions & { limit: number }} options
 * @property {string} [kind]
 * @property {AbortSignal} [signal]
 * @property {() => void} [started]   called when its turn has come
 * @property {number} [patience]      how many times the usual time it may take
 * @property {boolean} [urgent]       whether somebody waits for it who sees the page: it goes before the others
 */
/** @typedef {{ task: Task, resolve: (answer: Answer) => void, reject: (why: Error) => void }} Waiting */
/** A compiled module in the page, with what it was given last. @typedef {{ module: Reader, files: Files | null, model: LanguageModel | null }} InPage */

/** A worker that has read more than this is not used again: its memory never shrinks. */
const HEAVY = 8 << 20;

/**
 * Says `learning` whenever more of what was learned has come, `unlearned` when some of it will not, `in-page` when the page
 * itself has to read.
 */
export class Engine extends EventTarget {
  /** @type {Waiting[]} */
  #queue = [];
  #active = 0;
  /** @type {Set<Slot>} */
  #slots = new Set();
  /** @type {Map<Flavour, Promise<WebAssembly.Module>>} */
  #modules = new Map();
  /** Set once workers turn out to be impossible. @type {Map<Flavour, Promise<InPage>> | null} */
  #inPage = null;
  #everStarted = false;
  /** What was learned, as far as it has come. @type {Files} */
  #files = new Map();
  /** What will not come, or is of no use. @type {Set<LearnedFile>} */
  #missing = new Set();
  /** @type {Promise<void> | null} */
  #learned = null;
  /** How much of what was learned has come, from 0 to 1; null when no more is awaited. @type {number | null} */
  learning = 0;
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

  /** Ends the workers that have nothing to do; others are started when there is. */
  rest() {
    for (const slot of this.#slots) if (!slot.busy) this.#end(slot);
  }

  /** Fetches what was learned of English, unless that is done or under way. Never fails: without it reading goes on, and finds less. */
  learn() {
    return (this.#learned ??= this.#learn());
  }

  /** Fetches what was missing. @returns {Promise<boolean>} whether all is there now */
  async learnAgain() {
    await this.#learned;
    this.#learned = null;
    await this.learn();
    return this.#missing.size === 0;
  }

  /** What reading goes on without. */
  get missing() {
    return [...this.#missing];
  }

  async #learn() {
    const advance = (/** @type {number | null} */ share) => {
      this.learning = share;
      this.dispatchEvent(new Event("learning"));
    };
    advance(0);
    const wanted = LEARNED.filter((file) => this.#missing.has(file) || !this.#files.has(file));
    const { files, missing } = await load(this.#host.learned, wanted, advance);
    this.#missing = new Set();
    this.#files = new Map([...this.#files, ...files]);
    for (const slot of this.#slots) slot.learn(this.#files);
    advance(null);
    this.#lack(missing);
    this.#next();
  }

  /** @param {Missing[]} missing */
  #lack(missing) {
    const first = this.#missing.size === 0;
    for (const { file, why } of missing) {
      this.#missing.add(file);
      console.warn(`Reading goes on without ${file}: ${why}`);
    }
    if (first && missing.length > 0) this.dispatchEvent(new Event("unlearned"));
  }

  /**
   * @param {Task} task
   * @returns {Promise<Answer>}   fails with a {@link Failure}
   */
  run(task) {
    this.learn();
    return new Promise((resolve, reject) => {
      const waiting = { task, resolve, reject };
      if (task.urgent) this.#queue.unshift(waiting);
      else this.#queue.push(waiting);
      task.signal?.addEventListener("abort", () => {
        const at = this.#queue.indexOf(waiting);
        if (at !== -1) this.#queue.splice(at, 1);
        reject(cancelled(task.name));
      });
      this.#next();
    });
  }

  #next() {
    if (this.learning !== null) return;
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
    const { what, name, blob, options, kind, signal } = task;
    task.started?.();
    if (blob.size > options.limit) throw tooLarge(name, blob.size, options.limit);
    const bytes = await blob.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      (error) => {
        throw unreadable(name, error);
      },
    );
    if (signal?.aborted) throw cancelled(name);
    const call = { what, name, bytes, options, kind };
    const flavour = this.#flavour(known ?? flavourOf(name, blob.type, bytes));
    const size = bytes.length;
    const slot = this.inPage ? null : await this.#slot(flavour);
    if (slot === null) return this.#readInPage(flavour, call);
    const cancel = () => this.#end(slot, cancelled(name));
    signal?.addEventListener("abort", cancel);
    try {
      if (signal?.aborted) throw cancelled(name);
      slot.learn(this.#files);
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
      slot.refused = (missing) => this.#lack(missing);
      if (this.learning === null) slot.learn(this.#files);
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
      throw notLoaded(error);
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
    const reader = await this.#readerInPage(flavour);
    await breath();
    if (reader.files !== this.#files) {
      reader.model?.free();
      const { model, refused } = take(reader.module, this.#files);
      Object.assign(reader, { files: this.#files, model });
      this.#lack(refused);
      await breath();
    }
    try {
      return answer(reader.module, reader.model, call);
    } catch (error) {
      const { code, message } = posted(error);
      if (code === null) throw stopped(call.name);
      throw new Failure(/** @type {import("./failure.js").FailureCode} */ (code), message, { name: call.name });
    }
  }

  /** @param {Flavour} flavour */
  #readerInPage(flavour) {
    const modules = this.#inPage ?? (this.#inPage = new Map());
    const known = modules.get(flavour);
    if (known !== undefined) return known;
    const started = Promise.all([this.#host.glue(flavour), this.#compile(flavour)]).then(([glue, module]) => {
      glue.initSync({ module });
      return /** @type {InPage} */ ({ module: glue, files: null, model: null });
    });
    modules.set(flavour, started);
    return started;
  }
}

/** Lets the page draw, and answer. @returns {Promise<void>} */
function breath() {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** How long a file of so many bytes may take: far more than it does, so that only what hangs is stopped. @param {number} bytes */
function seconds(bytes) {
  return Math.ceil(20 + bytes / 100_000);
}
