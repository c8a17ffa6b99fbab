// Files that the system opens with the installed page.

/** @import { Found } from "./drop.js" */

/**
 * @param {(found: Found[]) => void} opened
 */
export function watchLaunch(opened) {
  const { launchQueue } = /** @type {{ launchQueue?: { setConsumer(take: (launch: { files?: FileSystemFileHandle[] }) => void): void } }} */ (
    /** @type {unknown} */ (globalThis)
  );
  launchQueue?.setConsumer(async ({ files = [] }) => {
    if (files.length === 0) return;
    const blobs = await Promise.all(files.map((handle) => handle.getFile()));
    opened(blobs.map((blob) => ({ name: blob.name, blob })));
  });
}
