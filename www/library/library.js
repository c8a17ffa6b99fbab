// The texts that are open, and how far each is read.

import { Failure, unreadable } from "../engine/failure.js";
import { Reading } from "../engine/reading.js";
import { straight } from "../locales/straight.js";
import { Corrections, added, same } from "./corrections.js";

/** @import { Engine } from "../engine/engine.js" */
/** @import { Correction, Document, ReadOptions, RecordKind } from "../engine/answer.js" */
/** @import { Packed } from "../engine/reading.js" */
/** @import { Found, Lost } from "../intake/drop.js" */
/** @import { Key } from "../locales/locale.js" */

/** @typedef {"waiting" | "reading" | "done" | "failed"} State */

/** One text. */
export class Entry {
  /** @type {State} */
  state = "waiting";
  /** @type {Reading | null} */
  reading = null;
  /** @type {Failure | null} */
  failure = null;
  /** The SHA-256 of its bytes, once that is known. @type {string | null} */
  sha256 = null;
  /** What stands for the corrections that it was read with. */
  readBy = "";
  /** Whether it is read again with other corrections, while what was read before is still to be seen. */
  stale = false;
  /** How many of its times fell on the calendar before the reader last set a day; null when none was set. @type {number | null} */
  resolvedBefore = null;
  /** The day that whoever handed the text over says it is of, as YYYY-MM-DD; what the reader sets goes before it. @type {string | null} */
  given = null;
  patience = 1;
  /** @type {AbortController | null} */
  running = null;

  /**
   * @param {number} id
   * @param {string} name
   * @param {Blob} blob
   */
  constructor(id, name, blob) {
    this.id = id;
    this.name = name;
    this.blob = blob;
  }

  /** What it is about, as far as we know. */
  get title() {
    return this.reading?.overview.document.title ?? null;
  }

  /** What stands for it in a list: its title, its first words where it has none, its name until it is read. */
  get heading() {
    if (this.title !== null) return this.title;
    const words = this.reading?.text.slice(0, 400).trim().split(/\s+/u) ?? [];
    const opening = straight(words.slice(0, 10).join(" "));
    return opening === "" ? this.name : `“${opening.slice(0, 80)}…”`;
  }
}

/** The words for each kind of correction. @satisfies {Record<Correction["what"], Key>} */
const STEPS = /** @type {const} */ ({ rename: "step.rename", amend: "step.amend", reject: "step.reject" });

/** How much a session may hold: many texts. */
const SESSION_LIMIT = 1 << 30;

/** The limit on a file's size unless the reader sets another one: the program's. */
const DEFAULT_LIMIT = 64 << 20;

/** What a library needs of an engine. @typedef {Pick<Engine, "run" | "learning" | "learnAgain" | "addEventListener">} Reads */

/** Says `change` whenever a text comes, goes or changes its state. */
export class Library extends EventTarget {
  /** @type {Entry[]} */
  entries = [];
  limit = DEFAULT_LIMIT;
  corrections = new Corrections();
  #engine;
  #nextId = 1;

  /** @param {Reads} engine */
  constructor(engine) {
    super();
    this.#engine = engine;
    engine.addEventListener("learning", () => {
      if (this.counts.open > 0) this.#changed();
    });
    this.corrections.addEventListener("change", () => this.#readStale());
  }

  /** How much of the language model has come, from 0 to 1; null when texts need not wait for it. */
  get learning() {
    return this.#engine.learning;
  }

  /** How many texts are read, have failed, and are still to come. */
  get counts() {
    const of = (/** @type {State[]} */ ...states) => this.entries.filter((entry) => states.includes(entry.state)).length;
    return { all: this.entries.length, done: of("done"), failed: of("failed"), open: of("waiting", "reading") };
  }

  /**
   * @param {(Found & { sha256?: string })[]} found    with their SHA-256 where that is known
   * @returns {Entry[]}
   */
  add(found) {
    const taken = new Set(this.entries.map((entry) => entry.name));
    const added = found.map(({ name, blob, date = null, sha256 = null }) => {
      const own = free(straight(name), taken);
      taken.add(own);
      return Object.assign(new Entry(this.#nextId++, own, blob), { given: date, sha256 });
    });
    this.entries = [...this.entries, ...added];
    this.#changed();
    for (const entry of added) this.read(entry);
    return added;
  }

  /** Names files that cannot even be opened. @param {Lost[]} lost */
  addLost(lost) {
    for (const { name: given, why } of lost) {
      const name = straight(given);
      const entry = new Entry(this.#nextId++, free(name, new Set(this.entries.map((other) => other.name))), new Blob([]));
      entry.state = "failed";
      entry.failure = unreadable(name, why);
      this.entries = [...this.entries, entry];
    }
    if (lost.length > 0) this.#changed();
  }

  /** @param {Entry} entry */
  async read(entry) {
    entry.running?.abort();
    const running = new AbortController();
    entry.running = running;
    entry.state = "waiting";
    entry.failure = null;
    this.#changed();
    const started = () => {
      entry.state = "reading";
      this.#changed();
    };
    await this.#readBy(entry, running, { started });
  }

  /**
   * Reads until what was read is by the corrections that hold: those of a text are known by its bytes, and others may be made meanwhile.
   *
   * @param {Entry} entry
   * @param {AbortController} running
   * @param {{ started?: () => void, urgent?: boolean }} how
   */
  async #readBy(entry, running, how) {
    try {
      for (;;) {
        const wanted = this.#wanted(entry);
        const packed = await this.#engine.run({
          what: "read",
          name: entry.name,
          blob: entry.blob,
          options: { offsets: "utf16", ...this.optionsOf(entry) },
          signal: running.signal,
          patience: entry.patience,
          ...how,
        });
        if (entry.running !== running) return;
        const reading = new Reading(/** @type {Packed} */ (packed));
        entry.sha256 = reading.overview.document.sha256;
        if (this.#wanted(entry) !== wanted) continue;
        entry.reading = reading;
        entry.readBy = wanted;
        break;
      }
      entry.state = "done";
    } catch (error) {
      if (entry.running !== running) return;
      if (!(error instanceof Failure)) console.error(error);
      entry.failure = error instanceof Failure ? error : new Failure("stopped", `${entry.name}: ${error}`);
      entry.state = "failed";
    }
    entry.running = null;
    entry.stale = false;
    this.#changed();
  }

  /** What stands for the corrections that a text is to be read with: equal as long as they are. @param {Entry} entry */
  #wanted(entry) {
    const { date, list } = this.corrections.of(entry.sha256);
    return JSON.stringify([date, list, this.corrections.defaultDate]);
  }

  /** Reads those texts again whose corrections are others now; until that is done, what was read before stays to be seen. */
  #readStale() {
    for (const entry of this.entries) {
      if (entry.state !== "done" || entry.running !== null || entry.readBy === this.#wanted(entry)) continue;
      entry.stale = true;
      entry.running = new AbortController();
      this.#readBy(entry, entry.running, { urgent: true });
    }
    this.#changed();
  }

  /** Fetches what was missing of the language model; when it has come, texts are read anew with it. */
  async learnAgain() {
    if (!(await this.#engine.learnAgain())) return;
    for (const entry of this.entries) {
      if (entry.state === "done") this.read(entry);
    }
  }

  /** @param {Entry} entry */
  cancel(entry) {
    entry.running?.abort();
  }

  /** Tries again, with more time than before. @param {Entry} entry */
  retry(entry) {
    entry.patience *= 2;
    return this.read(entry);
  }

  /** The day that the reader set for a text; null leaves it to the text. @param {Entry} entry */
  dateOf(entry) {
    return this.corrections.of(entry.sha256).date;
  }

  /**
   * @param {Entry} entry          one that is read
   * @param {string | null} date   YYYY-MM-DD
   */
  setDate(entry, date) {
    if (entry.sha256 === null || this.dateOf(entry) === date) return;
    entry.resolvedBefore = resolved(entry);
    this.corrections.say(entry.sha256, entry.name, { date }, date === null ? "step.dateCleared" : "step.date");
  }

  /** The day for texts that state none. @param {string | null} date    YYYY-MM-DD */
  setDefaultDate(date) {
    for (const entry of this.entries) entry.resolvedBefore = resolved(entry);
    this.corrections.setDefaultDate(date, date === null ? "step.dateCleared" : "step.date");
  }

  /**
   * @param {Entry} entry    one that is read
   * @param {Correction} correction
   */
  correct(entry, correction) {
    if (entry.sha256 === null) return;
    const { list } = this.corrections.of(entry.sha256);
    this.corrections.say(entry.sha256, entry.name, { list: added(list, correction) }, STEPS[correction.what]);
  }

  /**
   * Takes a correction back, whatever was done since.
   *
   * @param {Entry} entry
   * @param {Correction} correction
   */
  takeBack(entry, correction) {
    if (entry.sha256 === null) return;
    const { list } = this.corrections.of(entry.sha256);
    const left = list.filter((other) => !same(other, correction));
    if (left.length < list.length) this.corrections.say(entry.sha256, entry.name, { list: left }, "step.takeBack");
  }

  /** @param {number} limit    in bytes; what was over the old one is tried again */
  setLimit(limit) {
    this.limit = limit;
    for (const entry of this.entries) {
      if (entry.failure?.code === "too_large") this.read(entry);
    }
    this.#changed();
  }

  /** @param {Entry[]} entries */
  remove(entries) {
    for (const entry of entries) this.cancel(entry);
    this.entries = this.entries.filter((entry) => !entries.includes(entry));
    this.#changed();
  }

  /** Brings removed texts back where they were. @param {Entry[]} entries    all of the list as it was */
  restore(entries) {
    const since = this.entries.filter((entry) => !entries.includes(entry));
    this.entries = [...entries, ...since];
    for (const entry of entries) {
      if (entry.state === "failed" && entry.failure?.code === "cancelled") this.read(entry);
    }
    this.#changed();
  }

  /**
   * A text's report as the program prints it.
   *
   * @param {Entry} entry
   * @param {Document} what
   * @param {ReadOptions["offsets"]} offsets
   * @param {RecordKind} [kind]    of a table, its rows
   * @returns {Promise<Uint8Array>}
   */
  async export(entry, what, offsets, kind) {
    const options = { offsets, ...this.optionsOf(entry) };
    const task = { what, name: entry.name, blob: entry.blob, options, kind, patience: entry.patience };
    return /** @type {Promise<Uint8Array>} */ (this.#engine.run(task));
  }

  /**
   * Holds a session file against its form, and the texts in it against their fingerprints.
   *
   * @param {string} name
   * @param {Blob} blob
   */
  async checkSession(name, blob) {
    await this.#engine.run({ what: "session", name, blob, options: { offsets: "utf16", limit: SESSION_LIMIT }, urgent: true });
  }

  /** @param {Entry} entry */
  optionsOf(entry) {
    const said = this.corrections.of(entry.sha256);
    const { list } = said;
    const date = said.date ?? entry.given;
    const { defaultDate } = this.corrections;
    return {
      limit: this.limit,
      ...(date === null ? {} : { date }),
      ...(defaultDate === null ? {} : { default_date: defaultDate }),
      ...(list.length === 0 ? {} : { corrections: list }),
    };
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

/** How many times of a text fall on the calendar. @param {Entry} entry */
export function resolved(entry) {
  return entry.reading?.times.filter((time) => time.resolved).length ?? null;
}

/**
 * The name itself, or with the first number that no other text has.
 *
 * @param {string} name
 * @param {Set<string>} taken
 */
function free(name, taken) {
  if (!taken.has(name)) return name;
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > name.lastIndexOf("/") + 1 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  for (let number = 2; ; number += 1) {
    const numbered = `${stem} (${number})${ending}`;
    if (!taken.has(numbered)) return numbered;
  }
}
