// The types of what a page deals with in a panel. `contract.json` says the same in words; a test holds both against the code.

/**
 * A text to read: one of `text`, `bytes` and `blob`.
 *
 * @typedef {object} PanelDocument
 * @property {string} [name]    its ending says what it is: .txt, .md, .html
 * @property {string} [text]
 * @property {Uint8Array | ArrayBuffer} [bytes]
 * @property {Blob} [blob]
 * @property {string} [date]    the day of the text, YYYY-MM-DD, where it does not say so itself
 */
/**
 * How far a text is, and what was found in it.
 *
 * @typedef {object} PanelResult
 * @property {string} document      its name
 * @property {"waiting" | "reading" | "done" | "failed"} state
 * @property {string | null} title
 * @property {string | null} sha256
 * @property {number} statements
 * @property {string | null} message    why there is nothing, where it failed
 */
/** @typedef {"json" | "csv" | "claimreview" | "annotations" | "markdown" | "html" | "session"} PanelFormat */
/** Where the words are, in UTF-16 units of the text. @typedef {{ start: number, end: number }} PanelSpan */
/**
 * What the events of a panel carry as `detail`.
 *
 * @typedef {object} PanelEvents
 * @property {{ worker: boolean, model: boolean }} rapporteur-ready
 * @property {{ share: number, done: number, failed: number, all: number }} rapporteur-progress
 * @property {PanelResult} rapporteur-result
 * @property {{ document: string, statement: number | null, spans: PanelSpan[], words: string }} rapporteur-select
 * @property {{ type: string, message: string, document: string | null }} rapporteur-error
 */
/**
 * What a panel has besides what every element has.
 *
 * @typedef {object} PanelMembers
 * @property {PanelDocument[]} documents
 * @property {{ limit?: number }} options
 * @property {Promise<void>} ready
 * @property {PanelResult[]} result
 * @property {string} view
 * @property {string} src
 * @property {"auto" | "light" | "dark"} theme
 * @property {"lazy" | "eager"} loading
 * @property {boolean} noDrop
 * @property {boolean} noWorker
 * @property {string} instance
 * @property {string} wasmSrc
 * @property {(files: Iterable<File>) => void} addFiles
 * @property {() => void} clear
 * @property {(format: PanelFormat, options?: { texts?: boolean }) => Promise<Blob>} export
 * @property {() => string} save
 * @property {(state: string) => void} restore
 */
/** @typedef {HTMLElement & PanelMembers} Panel */

export {};
