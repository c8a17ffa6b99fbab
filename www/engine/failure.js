// Why a file has no report, in the words that the library uses where it has words for it.

/** @typedef {"unreadable" | "too_large" | "not_text" | "wrong_option" | "wrong_session" | "stopped" | "slow" | "cancelled" | "web_page"} FailureCode   the last one never leaves the engine */
/** What stands in the sentence of a failure. @typedef {Record<string, string | number>} Params */

/**
 * A file that could not be read. The message names the file, the cause and the way out, in English and for programs; the page says it in its own
 * language (`failureWords`).
 */
export class Failure extends Error {
  /**
   * @param {FailureCode} code
   * @param {string} message
   * @param {Params} [params]      of what the compiled module says, only the name of the file
   * @param {string} [sentence]    which one the page says; most codes have but one
   */
  constructor(code, message, params = {}, sentence = code) {
    super(message);
    this.name = "Failure";
    this.code = code;
    this.params = params;
    this.sentence = sentence;
  }

  /** Whether trying again may help. */
  get again() {
    return this.code !== "not_text" && this.code !== "wrong_option";
  }
}

/**
 * @param {string} name
 * @param {unknown} cause    the browser's error, or words
 */
export function unreadable(name, cause) {
  const why = cause instanceof Error ? (CAUSES[cause.name] ?? cause.message) : String(cause);
  return new Failure("unreadable", `${name}: cannot be read (${why}); check that the file is there and may be opened`, { name, why });
}

/** What browsers mean by the names of their errors. @type {Record<string, string>} */
const CAUSES = {
  NotFoundError: "it is no longer there",
  NotReadableError: "it may not be opened, or it has changed since",
  SecurityError: "it may not be opened",
};

/**
 * @param {string} name
 * @param {number} bytes
 * @param {number} limit
 */
export function tooLarge(name, bytes, limit) {
  const message = `${name}: has ${bytes} bytes, over the limit of ${limit}; raise the limit or split the file`;
  return new Failure("too_large", message, { name, bytes, limit });
}

/** @param {string} name */
export function stopped(name) {
  const message = `${name}: the reading stopped without a word, perhaps for want of memory; try again, or split the file`;
  return new Failure("stopped", message, { name });
}

/** @param {Error} cause */
export function notLoaded(cause) {
  return new Failure("stopped", `the reader for this kind of file could not be loaded (${cause.message}); try again`, {}, "not_loaded");
}

/**
 * @param {string} name
 * @param {number} patience    in seconds
 */
export function slow(name, patience) {
  const seconds = Math.round(patience);
  const message = `${name}: took longer than ${seconds} seconds and was stopped; try again with more time, or split the file`;
  return new Failure("slow", message, { name, seconds });
}

/** @param {string} name */
export function cancelled(name) {
  return new Failure("cancelled", `${name}: was cancelled before it was read; read it again when you want it`, { name });
}
