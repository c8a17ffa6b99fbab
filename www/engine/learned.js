// What was learned of English: files that the page fetches once and gives to every reader.
//
// To add one: put it into the folder `model`, and say in TAKE what a compiled module does with it. build.mjs puts the files
// into both forms of the page; load.js brings them, engine.js hands them on.

/** @import * as Module from "../pkg/reader-html/rapporteur.js" */
/** @import { LanguageModel } from "../pkg/reader-html/rapporteur.js" */

/** @typedef {Pick<typeof Module, "Reading" | "LanguageModel" | "checkSession">} Reader */
/** @typedef {keyof typeof TAKE} LearnedFile */
/** Their contents. A map is never changed, so that another map means other files. @typedef {ReadonlyMap<LearnedFile, Uint8Array>} Files */
/** @typedef {{ file: LearnedFile, why: string }} Missing */
/** What a file makes of what came of those before it. @typedef {(module: Reader, bytes: Uint8Array, model: LanguageModel | null) => LanguageModel | null} Take */

/** In this order. @satisfies {Record<string, Take>} */
const TAKE = {
  "english.model": ({ LanguageModel }, bytes) => LanguageModel.fromBytes(bytes),
  "roles.model": (_, bytes, model) => added(model, (model) => model.addRoles(bytes)),
  "attribution.weights": (_, bytes, model) => added(model, (model) => model.addStatements(bytes)),
};

/**
 * The model with something more.
 *
 * @param {LanguageModel | null} model
 * @param {(model: LanguageModel) => void} add
 */
function added(model, add) {
  if (model === null) throw new Error("there is no model to add it to");
  add(model);
  return model;
}

/** The names of the files. */
export const LEARNED = /** @type {LearnedFile[]} */ (Object.keys(TAKE));

/**
 * Gives the files to a module; one that the module refuses, it does without.
 *
 * @param {Reader} module
 * @param {Files} files
 * @returns {{ model: LanguageModel | null, refused: Missing[] }}
 */
export function take(module, files) {
  /** @type {LanguageModel | null} */
  let model = null;
  /** @type {Missing[]} */
  const refused = [];
  for (const file of LEARNED) {
    const bytes = files.get(file);
    if (bytes === undefined) continue;
    try {
      model = /** @type {Take} */ (TAKE[file])(module, bytes, model);
    } catch (error) {
      refused.push({ file, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { model, refused };
}

/**
 * Reads with the model where there is one.
 *
 * @param {Reader} module
 * @param {LanguageModel | null} model
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {object} options
 */
export function read({ Reading }, model, name, bytes, options) {
  return model === null ? Reading.read(name, bytes, options) : Reading.readWith(model, name, bytes, options);
}
