// Keeps the texts and what the reader said of them on this device, if the reader asks for it: in the browser's database, nowhere else.
// Without a database, or with a full one, the page works as ever and says that nothing is kept.

import { clear, createStore, delMany, getMany, get, keys, set, setMany } from "idb-keyval";

/** @import { Entry, Library } from "./library.js" */
/** @import { Said } from "./corrections.js" */

/** @typedef {{ defaultDate: string | null, said: [string, Said][], texts: string[] }} Index   texts: their SHA-256, in their order */
/** @typedef {{ name: string, blob: Blob }} Text */
/** @typedef {"off" | "on" | "full" | "denied"} Standing */

const DATABASE = "rapporteur";
const INDEX = "index";
/** What stands before the SHA-256 of a text in its key. */
const TEXT = "text:";

/** How long nothing must change before it is written, in milliseconds. */
const CALM = 400;

/** Says `change` when it stands otherwise, or more or less is kept. */
export class Keep extends EventTarget {
  /** @type {Standing} */
  standing = "off";
  /** How many bytes of texts are kept. */
  bytes = 0;
  #library;
  /** @type {ReturnType<typeof createStore> | null} */
  #store = null;
  /** @type {number | undefined} */
  #waiting;
  /** Writes follow one another. */
  #written = Promise.resolve();

  /** @param {Library} library */
  constructor(library) {
    super();
    this.#library = library;
    library.addEventListener("change", () => this.#changed());
    library.corrections.addEventListener("change", () => this.#changed());
  }

  /**
   * Brings back what was kept, if anything was.
   *
   * @returns {Promise<number>}    how many texts
   */
  async restore() {
    try {
      // Looking for what was kept would make a database, and nobody has asked for one.
      const databases = await indexedDB.databases?.();
      if (databases?.every(({ name }) => name !== DATABASE)) return 0;
      const index = /** @type {Index | undefined} */ (await get(INDEX, this.#open()));
      if (index === undefined) return 0;
      const texts = /** @type {(Text | undefined)[]} */ (await getMany(index.texts.map((sha256) => TEXT + sha256), this.#open()));
      const found = index.texts.flatMap((sha256, at) => {
        const text = texts[at];
        return text === undefined ? [] : [{ ...text, sha256 }];
      });
      this.#library.corrections.begin({ defaultDate: index.defaultDate, texts: new Map(index.said) });
      this.#library.add(found);
      this.bytes = sum(found);
      this.#stand("on");
      return found.length;
    } catch (error) {
      // Nothing was asked for yet: whoever asks is told.
      console.warn("What was kept on this device cannot be read:", error);
      return 0;
    }
  }

  /** Keeps from now on. Fails never: where it cannot, it stands so. */
  async begin() {
    this.#stand("on");
    await this.#write();
    // A browser that is short of room asks before it throws this away; where it does not want to promise that, it is kept all the same.
    if (this.standing === "on") await navigator.storage?.persist?.().catch(() => false);
  }

  /** Keeps nothing any more and forgets what was kept. The open texts stay open. */
  async forget() {
    clearTimeout(this.#waiting);
    this.#stand("off");
    await this.#written;
    try {
      await clear(this.#open());
      this.bytes = 0;
      this.#stand("off");
    } catch (error) {
      this.#fail(error);
    }
  }

  #open() {
    return (this.#store ??= createStore(DATABASE, "kept"));
  }

  #changed() {
    if (this.standing !== "on" && this.standing !== "full") return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#write(), CALM);
  }

  #write() {
    this.#written = this.#written.then(() => this.#writeNow()).catch((error) => this.#fail(error));
    return this.#written;
  }

  async #writeNow() {
    if (this.standing === "off" || this.standing === "denied") return;
    const store = this.#open();
    const { defaultDate, texts: said } = this.#library.corrections.state;
    const open = new Map(this.#library.entries.flatMap((/** @type {Entry} */ entry) => (entry.sha256 === null ? [] : [[entry.sha256, entry]])));
    const there = new Set(/** @type {string[]} */ (await keys(store)));
    const added = [...open].filter(([sha256]) => !there.has(TEXT + sha256));
    // What is no longer open goes first, which makes room.
    await delMany([...there].filter((key) => key !== INDEX && !open.has(key.slice(TEXT.length))), store);
    await setMany(added.map(([sha256, { name, blob }]) => [TEXT + sha256, { name, blob }]), store);
    await set(INDEX, /** @type {Index} */ ({ defaultDate, said: [...said], texts: [...open.keys()] }), store);
    this.bytes = sum([...open.values()]);
    this.#stand("on");
  }

  /** @param {unknown} error */
  #fail(error) {
    console.warn("Nothing more is kept on this device:", error);
    this.#store = null;
    this.#stand(error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "denied");
  }

  /** @param {Standing} standing */
  #stand(standing) {
    this.standing = standing;
    this.dispatchEvent(new Event("change"));
  }
}

/** @param {{ blob: Blob }[]} texts */
function sum(texts) {
  return texts.reduce((bytes, { blob }) => bytes + blob.size, 0);
}
