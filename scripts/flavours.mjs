// Reads wasm-pack.toml: which modules of the library the page has, and how each is built.

import { readFile } from "node:fs/promises";
import { parse } from "smol-toml";

/**
 * @typedef {object} Flavour
 * @property {string} name
 * @property {string} target           the kind of JavaScript that wasm-pack writes
 * @property {string} outDir           from the root of the repository
 * @property {string[]} features
 * @property {boolean} defaultFeatures
 * @property {string[]} rustflags
 * @property {string[]} wasmOpt        nothing: wasm-opt is not called
 */

const KEYS = ["target", "out-dir", "features", "default-features", "rustflags", "wasm-opt"];

/**
 * The flavours of a wasm-pack.toml, in the order of the file.
 *
 * @param {URL} file
 * @returns {Promise<Flavour[]>}
 */
export async function readFlavours(file) {
  return parseFlavours(await readFile(file, "utf8"));
}

/**
 * @param {string} text
 * @returns {Flavour[]}
 */
export function parseFlavours(text) {
  const tables = Object.entries(table(parse(text).flavour, "flavour"));
  return tables.map(([name, value]) => {
    const where = `flavour.${name}`;
    const keys = table(value, where);
    for (const key of Object.keys(keys)) {
      if (!KEYS.includes(key)) throw mistake(`${where}.${key}`, `is none of ${KEYS.join(", ")}`);
    }
    return {
      name,
      target: string(keys.target, `${where}.target`),
      outDir: string(keys["out-dir"], `${where}.out-dir`),
      features: strings(keys.features, `${where}.features`),
      defaultFeatures: boolean(keys["default-features"], `${where}.default-features`),
      rustflags: strings(keys.rustflags, `${where}.rustflags`),
      wasmOpt: strings(keys["wasm-opt"], `${where}.wasm-opt`),
    };
  });
}

/**
 * @param {unknown} value
 * @param {string} where
 * @returns {Record<string, unknown>}
 */
function table(value, where) {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return /** @type {Record<string, unknown>} */ (value);
  }
  throw mistake(where, "must be a table");
}

/**
 * @param {unknown} value
 * @param {string} where
 */
function string(value, where) {
  if (typeof value === "string" && value !== "") return value;
  throw mistake(where, "must be a string");
}

/**
 * @param {unknown} value
 * @param {string} where
 */
function boolean(value, where) {
  if (typeof value === "boolean") return value;
  throw mistake(where, "must be true or false");
}

/**
 * @param {unknown} value
 * @param {string} where
 */
function strings(value, where) {
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
    return /** @type {string[]} */ (value);
  }
  throw mistake(where, "must be a list of strings");
}

/**
 * @param {string} where
 * @param {string} what
 */
function mistake(where, what) {
  return new Error(`wasm-pack.toml: ${where} ${what}`);
}
