// What elements ask of the page or the panel that they are in, by events: files to take, things to say, corrections to make.

import { example } from "../intake/example.js";
import { pasted } from "../intake/paste.js";
import { t } from "../locales/locale.js";

/** @import { Intake } from "../intake/drop.js" */
/** @import { Desk } from "../library/desk.js" */
/** @import { Corrector, Said } from "./corrector.js" */

/**
 * Answers what is asked inside a root. The events end there: to whatever is around they are no business.
 *
 * @param {EventTarget} root
 * @param {object} by
 * @param {Desk} by.desk
 * @param {Corrector} by.corrector
 * @param {(intake: Intake) => void} by.take
 * @param {() => void} by.paste    opens the field for text that is pasted
 * @param {(text: string) => void} by.say
 * @param {Record<string, (detail: any) => void>} by.more    what else is answered, by the names of the events
 */
export function answerRequests(root, { desk, corrector, take, paste, say, more }) {
  /** @type {Record<string, (detail: any) => void>} */
  const answers = {
    intake: (/** @type {Intake} */ intake) => take(intake),
    pasted: (/** @type {string} */ text) => take(pastedText(text)),
    "paste-text": paste,
    example: () => take({ found: example(), lost: [], leftOut: 0 }),
    say,
    grades: (/** @type {Set<string>} */ grades) => desk.set({ grades }),
    correct: (/** @type {Said} */ said) => corrector.correct(said),
    "take-back": (/** @type {Said} */ said) => corrector.takeBack(said),
    "undo-step": () => corrector.undo(),
    "redo-step": () => corrector.redo(),
    ...more,
  };
  for (const [name, answer] of Object.entries(answers)) {
    root.addEventListener(name, (event) => {
      event.stopPropagation();
      answer(/** @type {CustomEvent} */ (event).detail);
    });
  }
}

/** A text without a file, under a name that says so. @param {string} text */
export function pastedText(text) {
  return pasted(t("paste.name"), text);
}
