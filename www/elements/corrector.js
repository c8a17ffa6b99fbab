// What happens when the reader corrects something, steps back or opens a session: it is done, said, and can be undone.

import { Failure } from "../engine/failure.js";
import { isSession, openSession } from "../library/session.js";
import { failureWords } from "../locales/core.js";
import { t } from "../locales/locale.js";

/** @import { Correction } from "../engine/answer.js" */
/** @import { Found } from "../intake/drop.js" */
/** @import { Entry, Library } from "../library/library.js" */
/** @import { Notice } from "./notice-bar.js" */

/** @typedef {{ entry: Entry, correction: Correction }} Said */

/** Only the last step can be undone from its notice, so that no other is left standing. */
const STEP = "step";

/** So many names are told of texts that are missing. */
const NAMED = 5;

export class Corrector {
  #library;
  #notify;

  /**
   * @param {Library} library
   * @param {(notice: Notice) => void} notify
   */
  constructor(library, notify) {
    this.#library = library;
    this.#notify = notify;
  }

  /** @param {Said} said */
  correct({ entry, correction }) {
    this.#library.correct(entry, correction);
    const { undoable } = this.#library.corrections;
    if (undoable !== null) this.#notify({ text: `${t(undoable)}.`, action: t("undo"), act: () => this.undo(), instead: STEP });
  }

  /** @param {Said} said */
  takeBack({ entry, correction }) {
    this.#library.takeBack(entry, correction);
    this.#notify({ text: `${t("step.takeBack")}.`, action: t("undo"), act: () => this.undo(), instead: STEP });
  }

  undo() {
    const step = this.#library.corrections.undo();
    this.#notify({ text: step === null ? t("undo.none") : t("undo.done", { step: t(step) }), instead: STEP });
  }

  redo() {
    const step = this.#library.corrections.redo();
    this.#notify({ text: step === null ? t("redo.none") : t("redo.done", { step: t(step) }), instead: STEP });
  }

  /**
   * Takes the sessions out of what came in and opens them.
   *
   * @param {Found[]} found
   * @returns {Promise<Found[]>}   the texts: those that came by themselves, and those of the sessions
   */
  async takeSessions(found) {
    const kinds = await Promise.all(found.map(isSession));
    const texts = found.filter((_, index) => !kinds[index]);
    for (const file of found.filter((_, index) => kinds[index])) texts.push(...(await this.#open(file)));
    return texts;
  }

  /** @param {Found} file */
  async #open(file) {
    try {
      const { state, texts, missing } = await openSession(this.#library, file);
      this.#library.corrections.take(state, "step.session");
      const opened = t("session.opened", { name: file.name, count: state.texts.size });
      const more = missing.length > NAMED ? ` … (${missing.length})` : "";
      const names = missing.slice(0, NAMED).join(", ") + more;
      const wanted = missing.length === 0 ? "" : t("session.missing", { count: missing.length, names });
      this.#notify({ text: [opened, wanted].filter(Boolean).join(" "), stay: missing.length > 0 });
      return texts;
    } catch (error) {
      if (!(error instanceof Failure)) console.warn(error);
      const text = error instanceof Failure ? failureWords(error) : t("session.failed", { name: file.name });
      this.#notify({ text, stay: true });
      return [];
    }
  }
}
