// Addresses of our own scripts, marked as such: the page's policy lets no other string become a script.

/** @typedef {{ createScriptURL(url: string): string }} Policy */

const factory = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: object): Policy } }} */ (
  /** @type {unknown} */ (globalThis)
).trustedTypes;

const policy = factory?.createPolicy("rapporteur", { createScriptURL: (/** @type {string} */ url) => url });

/**
 * @param {string} url    of a script of this page
 * @returns {string}
 */
export function scriptUrl(url) {
  return policy?.createScriptURL(url) ?? url;
}
