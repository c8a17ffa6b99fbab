// What was learned of English: files that the page fetches once and gives to every reader.
//
// To add one: put it into the folder `model`, say in MAKE what a compiled module makes of it, and use it in `read`.
// build.mjs puts the files into both forms of the page; load.js brings them, engine.js hands them on.

/** @import * as Module from "../pkg/reader-html/rapporteur.js" */

/** @typedef {Pick<typeof Module, "Reading" | "LanguageModel">} Reader */
/** @typedef {keyof typeof MAKE} LearnedFile */
/** Their contents. A map is never changed, so that another map means other files. @typedef {ReadonlyMap<LearnedFile, Uint8Array>} Files */
/** What a module has made of them; what is absent it does without. @typedef {Partial<{ [File in LearnedFile]: ReturnType<typeof MAKE[File]> }>} Learned */
/** @typedef {{ file: LearnedFile, why: string }} Missing */

const MAKE = {
  "english.model": (/** @type {Reader} */ module, /** @type {Uint8Array} */ bytes) => module.LanguageModel.fromBytes(bytes),
};

/** The names of the files. */
export const LEARNED = /** @type {LearnedFile[]} */ (Object.keys(MAKE));

/**
 * Gives the files to a module; one that the module refuses, it does without.
 *
 * @param {Reader} module
 * @param {Files} files
 * @returns {{ learned: Learned, refused: Missing[] }}
 */
export function take(module, files) {
  /** @type {Learned} */
  const learned = {};
  /** @type {Missing[]} */
  const refused = [];
  for (const [file, bytes] of files) {
    try {
      Object.assign(learned, { [file]: MAKE[file](module, bytes) });
    } catch (error) {
      refused.push({ file, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { learned, refused };
}

/** @param {Learned} learned    gives its memory in the module back */
export function release(learned) {
  for (const made of Object.values(learned)) made.free();
}

/**
 * Reads with what there is.
 *
 * @param {Reader} module
 * @param {Learned} learned
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {object} options
 */
export function read({ Reading }, learned, name, bytes, options) {
  const model = learned["english.model"];
  return model === undefined ? Reading.read(name, bytes, options) : Reading.readWith(model, name, bytes, options);
}
