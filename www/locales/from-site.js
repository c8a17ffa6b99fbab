// The languages as files beside the page, each fetched when it is first asked for.

/** @import { Bring, Locale } from "./locale.js" */

/** Written in by build.mjs: where they are, relative to the page. */
/* global __LOCALES__ */
const files = /** @type {Record<string, string>} */ (
  // @ts-expect-error: esbuild puts the names in
  __LOCALES__
);

/** @type {Bring} */
export async function fromSite(language) {
  const response = await fetch(new URL(files[language], document.baseURI));
  if (!response.ok) throw new Error(`${files[language]}: ${response.status}`);
  return /** @type {Locale} */ (await response.json());
}
