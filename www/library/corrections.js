// What the reader says is otherwise than it was read, text by text, with its history. It is kept apart from what was read: a text is read again
// with it, so that all that follows from a record follows from the corrected one.

/** @import { Key } from "../locales/locale.js" */
/** @import { Correction } from "../engine/answer.js" */

/** @typedef {{ name: string, date: string | null, list: readonly Correction[] }} Said   of one text; `name` is the file's */
/** @typedef {{ defaultDate: string | null, texts: ReadonlyMap<string, Said> }} State   texts by their SHA-256 */

/** @type {Said} */
const NOTHING = { name: "", date: null, list: [] };

/** More steps than this are not kept. */
const MOST_STEPS = 500;

/** Says `change` whenever something else holds. */
export class Corrections extends EventTarget {
  /** @type {State} */
  #state = { defaultDate: null, texts: new Map() };
  /** What held before each step, with the words for the step. @type {{ before: State, step: Key }[]} */
  #past = [];
  /** @type {{ after: State, step: Key }[]} */
  #future = [];

  get state() {
    return this.#state;
  }

  /** The day for texts that state none. */
  get defaultDate() {
    return this.#state.defaultDate;
  }

  /** What is said of a text. The same object until something else is said. @param {string | null} sha256 */
  of(sha256) {
    return (sha256 === null ? undefined : this.#state.texts.get(sha256)) ?? NOTHING;
  }

  /** What would be undone; null when there is nothing. */
  get undoable() {
    return this.#past.at(-1)?.step ?? null;
  }

  /** What would be done again; null when there is nothing. */
  get redoable() {
    return this.#future.at(-1)?.step ?? null;
  }

  /**
   * @param {string} sha256
   * @param {string} name     the file's
   * @param {Partial<Pick<Said, "date" | "list">>} change
   * @param {Key} step        the words for it
   */
  say(sha256, name, change, step) {
    const said = { ...this.of(sha256), name, ...change };
    const texts = new Map(this.#state.texts);
    if (said.date === null && said.list.length === 0) texts.delete(sha256);
    else texts.set(sha256, said);
    this.#step({ ...this.#state, texts }, step);
  }

  /**
   * @param {string | null} defaultDate
   * @param {Key} step
   */
  setDefaultDate(defaultDate, step) {
    if (defaultDate !== this.#state.defaultDate) this.#step({ ...this.#state, defaultDate }, step);
  }

  /**
   * Takes what a session says, for the texts that it speaks of.
   *
   * @param {State} session
   * @param {Key} step
   */
  take(session, step) {
    const defaultDate = session.defaultDate ?? this.#state.defaultDate;
    this.#step({ defaultDate, texts: new Map([...this.#state.texts, ...session.texts]) }, step);
  }

  /** Begins with what was kept, before anything is said. @param {State} state */
  begin(state) {
    this.#hold(state);
  }

  /** @returns {Key | null}   the step that was undone */
  undo() {
    const last = this.#past.pop();
    if (last === undefined) return null;
    this.#future.push({ after: this.#state, step: last.step });
    this.#hold(last.before);
    return last.step;
  }

  /** @returns {Key | null}   the step that was done again */
  redo() {
    const next = this.#future.pop();
    if (next === undefined) return null;
    this.#past.push({ before: this.#state, step: next.step });
    this.#hold(next.after);
    return next.step;
  }

  /**
   * @param {State} state
   * @param {Key} step
   */
  #step(state, step) {
    this.#past = [...this.#past, { before: this.#state, step }].slice(-MOST_STEPS);
    this.#future = [];
    this.#hold(state);
  }

  /** @param {State} state */
  #hold(state) {
    this.#state = state;
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * A list with one correction more. What it makes idle is left out: an older amendment of the same field of the same statement.
 *
 * @param {readonly Correction[]} list
 * @param {Correction} correction
 * @returns {Correction[]}
 */
export function added(list, correction) {
  if (correction.what !== "amend") return [...list.filter((other) => !same(other, correction)), correction];
  const before = list.find((other) => other.what === "amend" && other.start === correction.start && other.end === correction.end);
  return [...list.filter((other) => other !== before), { ...before, ...correction }];
}

/**
 * @param {Correction} one
 * @param {Correction} other
 */
export function same(one, other) {
  const fields = (/** @type {Correction} */ correction) => JSON.stringify(Object.entries(correction).sort());
  return fields(one) === fields(other);
}
