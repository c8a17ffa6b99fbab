// Files that build.mjs has packed with gzip, and written as base64 where they stand in a script or a page.

/**
 * The contents of a packed file; of one that is not packed, which some servers do on the way, the file itself.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function unpack(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** What browsers of today have, and TypeScript does not know. @type {{ fromBase64?: (base64: string) => Uint8Array<ArrayBuffer> }} */
const native = /** @type {any} */ (Uint8Array);

/** @param {string} base64 */
export function bytesOf(base64) {
  if (native.fromBase64 !== undefined) return native.fromBase64(base64);
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < characters.length; index += 1) bytes[index] = characters.charCodeAt(index);
  return bytes;
}
