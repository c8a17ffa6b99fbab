// The texts of the benchmark: the project's own samples, with the seed texts where they are present.

import { readFile, readdir } from "node:fs/promises";

const SAMPLES = new URL("../texts/", import.meta.url);
const SEEDS = new URL("../../../shared/seeds/", import.meta.url);

/** One text of all samples, or of the `.txt` files of another folder. @param {URL} [folder] */
export async function sample(folder) {
  const texts = folder === undefined ? [...(await textsIn(SAMPLES)), ...(await textsIn(SEEDS).catch(() => []))] : await textsIn(folder);
  return texts.map((text) => text.trim()).join("\n\n");
}

/** The same text over and over, to a length in UTF-16 units. @param {string} text @param {number} length */
export function repeated(text, length) {
  return `${text}\n\n`.repeat(Math.ceil(length / (text.length + 2))).slice(0, length);
}

/** @param {URL} folder */
async function textsIn(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort();
  if (names.length === 0) throw new Error(`${folder.pathname} holds no .txt file`);
  return Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")));
}
