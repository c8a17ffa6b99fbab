// Addresses of our own scripts, marked as such: the page's policy lets no other string become a script.

/** @typedef {{ createScriptURL(url: string): string }} Policy */

const factory = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: object): Policy } }} */ (
  /** @type {unknown} */ (globalThis)
).trustedTypes;

const policy = made();

/** A policy of ours; none on a page that allows none, or has one of that name. */
function made() {
  try {
    return factory?.createPolicy("rapporteur", { createScriptURL: (/** @type {string} */ url) => url });
  } catch {
    return undefined;
  }
}

/**
 * @param {string} url    of a script of this page
 * @returns {string}
 */
export function scriptUrl(url) {
  return policy?.createScriptURL(url) ?? url;
}
