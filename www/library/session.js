// The work on some texts as a file: which texts, which days and corrections the reader said, and the texts themselves if wanted.
// Its form is that of src/correction/session.rs, which also holds a file against it before anything of it is used.

/** @import { Correction } from "../engine/answer.js" */
/** @import { Found } from "../intake/drop.js" */
/** @import { Said, State } from "./corrections.js" */
/** @import { Library } from "./library.js" */

const SCHEMA = "rapporteur.session/1";

/** The ending of the files that the page saves. */
export const SESSION_ENDING = ".session.json";

/**
 * The file, as it stands once it was checked.
 *
 * @typedef {object} SessionFile
 * @property {string} [default_date]
 * @property {{ name: string, sha256: string, date?: string, corrections?: Correction[], content?: string }[]} texts
 */
/** @typedef {{ state: State, texts: (Found & { sha256: string })[], missing: string[] }} Opened   missing: the names of texts that it speaks of and that are not open */

/**
 * The session as a file. Texts that failed are left out, for nothing can be said of them.
 *
 * @param {Library} library
 * @param {boolean} withTexts
 * @returns {Promise<Blob>}
 */
export async function sessionFile(library, withTexts) {
  const { state } = library.corrections;
  const open = new Map(library.entries.flatMap((entry) => (entry.sha256 === null ? [] : [[entry.sha256, entry]])));
  const digests = new Set([...open.keys(), ...state.texts.keys()]);
  const texts = await Promise.all(
    [...digests].map(async (sha256) => {
      const said = library.corrections.of(sha256);
      const entry = open.get(sha256);
      return {
        name: entry?.name ?? said.name,
        sha256,
        ...(said.date === null ? {} : { date: said.date }),
        corrections: said.list,
        ...(withTexts && entry !== undefined ? { content: await base64(entry.blob) } : {}),
      };
    }),
  );
  const day = state.defaultDate === null ? {} : { default_date: state.defaultDate };
  // One text a line: whoever opens the file finds his way, and it can be compared.
  const head = JSON.stringify({ schema: SCHEMA, offsets: "utf16", ...day, texts: [] }).slice(0, -2);
  const lines = texts.map((text) => `\n${JSON.stringify(text)}`);
  return new Blob([head, lines.join(","), "\n]}\n"], { type: "application/json" });
}

/**
 * Whether a file is a session rather than a text: by its ending, or by what it begins with.
 *
 * @param {Found} found
 */
export async function isSession({ name, blob }) {
  if (name.toLowerCase().endsWith(SESSION_ENDING)) return true;
  if (!name.toLowerCase().endsWith(".json")) return false;
  const start = await blob.slice(0, 1000).text().catch(() => "");
  return start.includes('"rapporteur.session/');
}

/**
 * What a session file holds. Nothing of it is used unless all of it is as it was saved.
 *
 * @param {Library} library
 * @param {Found} file
 * @returns {Promise<Opened>}    fails with a Failure that names the file, the cause and the way out
 */
export async function openSession(library, { name, blob }) {
  await library.checkSession(name, blob);
  const text = await blob.text(); // without the byte-order mark
  const file = /** @type {SessionFile} */ (JSON.parse(text));
  const open = new Set(library.entries.map(({ sha256 }) => sha256));
  /** @type {Map<string, Said>} */
  const texts = new Map();
  const found = [];
  const missing = [];
  for (const { name, sha256, date = null, corrections = [], content } of file.texts) {
    texts.set(sha256, { name, date, list: corrections });
    if (open.has(sha256)) continue;
    if (content === undefined) missing.push(name);
    else found.push({ name, blob: new Blob([bytes(content)]), sha256 });
  }
  for (const [sha256, said] of texts) {
    if (said.date === null && said.list.length === 0) texts.delete(sha256);
  }
  return { state: { defaultDate: file.default_date ?? null, texts }, texts: found, missing };
}

/**
 * @param {Blob} blob
 * @returns {Promise<string>}
 */
function base64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = String(reader.result);
      resolve(address.slice(address.indexOf(",") + 1));
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** @param {string} letters */
function bytes(letters) {
  return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
}
