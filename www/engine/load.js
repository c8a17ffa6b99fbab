// Brings the files of what was learned into memory: counts what has come, unpacks, gives up when nothing more comes.

import { unpack } from "./unpack.js";

/** @import { LearnedFile, Missing } from "./learned.js" */

/** A file as the page has it: packed, its size known beforehand. @typedef {{ bytes: number, packed: Promise<ReadableStream<Uint8Array>> }} Coming */
/** @typedef {(file: LearnedFile, signal: AbortSignal) => Coming} Open */

/** A file is given up when nothing of it has come for so long. */
const SECONDS = 30;

/**
 * Never fails: what could not be brought is named.
 *
 * @param {Open} open
 * @param {LearnedFile[]} wanted
 * @param {(share: number) => void} advance    told how much has come, from 0 to 1
 * @returns {Promise<{ files: [LearnedFile, Uint8Array][], missing: Missing[] }>}
 */
export async function load(open, wanted, advance) {
  const sizes = wanted.map(() => ({ come: 0, bytes: 0 }));
  const told = () => {
    const sum = (/** @type {"come" | "bytes"} */ what) => sizes.reduce((total, size) => total + size[what], 0);
    advance(Math.min(1, sum("come") / Math.max(1, sum("bytes"))));
  };
  /** @type {[LearnedFile, Uint8Array][]} */
  const files = [];
  /** @type {Missing[]} */
  const missing = [];
  const brought = wanted.map(async (file, index) => {
    try {
      files.push([file, await bring(open, file, sizes[index], told)]);
    } catch (error) {
      missing.push({ file, why: error instanceof Error ? error.message : String(error) });
    }
  });
  await Promise.all(brought);
  return { files, missing };
}

/**
 * @param {Open} open
 * @param {LearnedFile} file
 * @param {{ come: number, bytes: number }} size
 * @param {() => void} told
 */
async function bring(open, file, size, told) {
  const stalled = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let late;
  const wait = () => {
    clearTimeout(late);
    late = setTimeout(() => stalled.abort(new Error(`nothing came for ${SECONDS} seconds`)), SECONDS * 1000);
  };
  wait();
  try {
    const { bytes, packed } = open(file, stalled.signal);
    size.bytes = bytes;
    const count = new TransformStream({
      transform(/** @type {Uint8Array<ArrayBuffer>} */ chunk, out) {
        wait();
        size.come += chunk.length;
        told();
        out.enqueue(chunk);
      },
    });
    const stream = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (await packed);
    return await unpack(new Uint8Array(await new Response(stream.pipeThrough(count)).arrayBuffer()));
  } finally {
    clearTimeout(late);
  }
}
