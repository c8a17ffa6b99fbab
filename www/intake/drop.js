// What is dropped anywhere on the window: files, folders, text.

/** @typedef {{ name: string, blob: Blob, date?: string }} Found   date: of the text, where it is known, as YYYY-MM-DD */
/** @typedef {{ name: string, why: unknown }} Lost   why: the browser's error */
/** @typedef {{ found: Found[], lost: Lost[], leftOut: number }} Intake   leftOut: files of folders that are no texts by their ending */

/** The endings of files that are read when a folder is given: those of the program. */
const ENDINGS = ["txt", "text", "md", "markdown", "html", "htm", "xhtml"];

/** @param {string} name */
export function isText(name) {
  return ENDINGS.includes(name.slice(name.lastIndexOf(".") + 1).toLowerCase());
}

/**
 * Makes a window take drops, or an element.
 *
 * @param {Window | HTMLElement} place
 * @param {object} on
 * @param {(over: boolean) => void} on.over    something is held over the window, or no longer
 * @param {(intake: Intake) => void} on.files
 * @param {(text: string) => void} on.text
 * @param {() => boolean} [on.closed]    whether drops are left to whatever is around
 */
export function watchDrops(place, on) {
  // Both have the same events, which TypeScript knows of each alone.
  const window = /** @type {Window} */ (place);
  // A drag enters and leaves every element on its way: it is over the window while more were entered than left.
  let entered = 0;
  const leave = () => {
    entered = 0;
    on.over(false);
  };
  window.addEventListener("dragenter", (event) => {
    if (on.closed?.()) return;
    event.preventDefault();
    entered += 1;
    if (entered === 1) on.over(true);
  });
  window.addEventListener("dragleave", () => {
    entered -= 1;
    if (entered <= 0) leave();
  });
  window.addEventListener("dragover", (event) => {
    if (on.closed?.()) return;
    event.preventDefault(); // or else the browser opens the file in place of the page
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
  });
  window.addEventListener("drop", async (event) => {
    if (on.closed?.()) return;
    event.preventDefault();
    leave();
    if (event.dataTransfer === null) return;
    const text = event.dataTransfer.getData("text/plain");
    const intake = await collect(event.dataTransfer);
    if (intake.found.length + intake.lost.length + intake.leftOut > 0) on.files(intake);
    else if (text.trim() !== "") on.text(text);
  });
}

/**
 * The files of a drop or of a paste, those of folders included.
 *
 * @param {DataTransfer} transfer
 * @returns {Promise<Intake>}
 */
export async function collect(transfer) {
  // All of it before the first pause: afterwards the list is empty.
  const items = Array.from(transfer.items ?? []).filter((item) => item.kind === "file");
  const roots = items.map((item) => ({ entry: item.webkitGetAsEntry?.() ?? null, file: item.getAsFile() }));
  const plain = Array.from(transfer.files);
  /** @type {Intake} */
  const intake = { found: [], lost: [], leftOut: 0 };
  if (roots.length === 0) {
    intake.found.push(...plain.map((file) => ({ name: file.name, blob: file })));
    return intake;
  }
  for (const { entry, file } of roots) {
    if (entry !== null && entry.isDirectory) {
      await walk(/** @type {FileSystemDirectoryEntry} */ (entry), intake);
    } else if (file !== null) {
      intake.found.push({ name: file.name, blob: file });
    }
  }
  return intake;
}

/**
 * All texts below a folder, breadth first; within a folder in the order of their names.
 *
 * @param {FileSystemDirectoryEntry} root
 * @param {Intake} intake
 */
async function walk(root, intake) {
  const open = [root];
  for (let folder = open.shift(); folder !== undefined; folder = open.shift()) {
    const path = folder.fullPath.replace(/^\//, "");
    const entries = await children(folder).catch((error) => {
      intake.lost.push({ name: path, why: error });
      return [];
    });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const name = entry.fullPath.replace(/^\//, "");
      if (entry.isDirectory) open.push(/** @type {FileSystemDirectoryEntry} */ (entry));
      else if (!isText(name)) intake.leftOut += 1;
      else {
        await fileOf(/** @type {FileSystemFileEntry} */ (entry)).then(
          (blob) => intake.found.push({ name, blob }),
          (error) => intake.lost.push({ name, why: error }),
        );
      }
    }
  }
}

/**
 * Everything in a folder. A browser gives it in portions (Chrome: 100 at a time) and an empty one at the end.
 *
 * @param {FileSystemDirectoryEntry} folder
 */
async function children(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    const portion = await new Promise((/** @type {(entries: FileSystemEntry[]) => void} */ resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}

/**
 * @param {FileSystemFileEntry} entry
 * @returns {Promise<File>}
 */
function fileOf(entry) {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}
