// What stands where the findings of a text will be, until they are there or if they will not be.

import { failureWords } from "../locales/core.js";
import { t } from "../locales/locale.js";

/** @import { Entry, Library } from "../library/library.js" */

/** @param {Library} library */
export function notYet({ learning }) {
  return learning === null ? t("statements.noneYet") : `${coming(learning)} ${t("learned.then")}`;
}

/** How far the language model is. @param {number} share    from 0 to 1 */
export function coming(share) {
  return t("learned.coming", { percent: Math.floor(share * 100) });
}

/** Why a text has no findings; null where nothing has failed. @param {Entry | null | undefined} entry */
export function failed(entry) {
  return entry?.failure ? failureWords(entry.failure) : null;
}
