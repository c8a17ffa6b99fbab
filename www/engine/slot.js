// One worker of the pool, seen from the page: starts it, calls it, notices when it dies.

import { Failure, slow, stopped } from "./failure.js";

/** @import { Answer, Call } from "./answer.js" */
/** @import { Files, Missing } from "./learned.js" */
/** @import { Flavour } from "./sniff.js" */

/** How long a worker may take to start. */
const START_SECONDS = 20;

let nextLock = 1;

export class Slot {
  /** The call that is being answered. @type {{ id: number, name: string, resolve: (answer: Answer) => void, reject: (why: Error) => void } | null} */
  #pending = null;
  #nextId = 1;
  #ended = new AbortController();
  /** What it was given last. @type {Files | null} */
  #files = null;

  /**
   * @param {Worker} worker
   * @param {Flavour} flavour
   */
  constructor(worker, flavour) {
    this.worker = worker;
    this.flavour = flavour;
    this.busy = true;
    /** Told what the worker could not use of what it was given. @type {(missing: Missing[]) => void} */
    this.refused = () => {};
  }

  get alive() {
    return !this.#ended.signal.aborted;
  }

  /**
   * A worker that is ready to be called.
   *
   * @param {Worker} worker
   * @param {Flavour} flavour
   * @param {WebAssembly.Module} module
   * @returns {Promise<Slot>}
   */
  static start(worker, flavour, module) {
    const slot = new Slot(worker, flavour);
    const lock = `rapporteur-worker-${crypto.randomUUID?.() ?? nextLock++}`;
    return new Promise((resolve, reject) => {
      const fail = (/** @type {string} */ why) => {
        slot.end();
        reject(new Error(`a worker did not start: ${why}`));
      };
      const late = setTimeout(() => fail("it took too long"), START_SECONDS * 1000);
      worker.onerror = (event) => fail(event.message ?? "its script was refused");
      worker.onmessage = ({ data }) => {
        clearTimeout(late);
        if (data.failed) return fail(data.failed);
        worker.onmessage = (event) => slot.#take(event.data);
        worker.onerror = () => slot.#die();
        worker.onmessageerror = () => slot.#die();
        slot.#watch(lock);
        resolve(slot);
      };
      worker.postMessage({ start: { flavour, module, lock } });
    });
  }

  /** Gives the worker what was learned, once; the calls after it are answered with that. @param {Files} files */
  learn(files) {
    if (this.#files === files) return;
    this.#files = files;
    this.worker.postMessage({ learn: files });
  }

  /**
   * @param {Call} call    its bytes are handed over and gone afterwards
   * @param {number} seconds
   * @returns {Promise<Answer>}
   */
  call(call, seconds) {
    const id = this.#nextId++;
    const answered = /** @type {Promise<Answer>} */ (
      new Promise((resolve, reject) => {
        this.#pending = { id, name: call.name, resolve, reject };
        this.worker.postMessage({ id, call }, [/** @type {ArrayBuffer} */ (call.bytes.buffer)]);
      })
    );
    const limit = setTimeout(() => this.#die(slow(call.name, seconds)), seconds * 1000);
    return answered.finally(() => clearTimeout(limit));
  }

  /** Ends the worker; a call that it was answering fails with `why`. @param {Error} [why] */
  end(why) {
    this.#ended.abort();
    this.worker.terminate();
    const pending = this.#pending;
    this.#pending = null;
    if (pending !== null) pending.reject(why ?? stopped(pending.name));
  }

  /** @param {{ id: number, answer?: Answer, error?: { code: string | null, message: string }, refused?: Missing[] }} message */
  #take({ id, answer, error, refused }) {
    if (refused !== undefined) return this.refused(refused);
    const pending = this.#pending;
    if (pending === null || pending.id !== id) return;
    if (error !== undefined && error.code === null) {
      this.#die();
      return;
    }
    this.#pending = null;
    if (error === undefined) pending.resolve(/** @type {Answer} */ (answer));
    else pending.reject(new Failure(/** @type {import("./failure.js").FailureCode} */ (error.code), error.message, { name: pending.name }));
  }

  /** @param {Error} [why] */
  #die(why) {
    if (this.alive) this.end(why);
  }

  /** The worker holds this lock while it lives. @param {string} lock */
  #watch(lock) {
    if (!("locks" in navigator)) return;
    navigator.locks.request(lock, { signal: this.#ended.signal }, () => this.#die()).catch(() => {});
  }
}
