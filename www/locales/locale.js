// The words of the page, by key.

import english from "./en.json" with { type: "json" };

const { strings } = english;
const plural = new Intl.PluralRules("en");
const numbers = new Intl.NumberFormat("en");

/** @typedef {keyof typeof strings} Key */

/**
 * The words of a key, `{name}` replaced by the value of that name. Where a key has two forms they are `one | other`, and
 * `count` chooses.
 *
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const forms = strings[key].split(" | ");
  const form = forms.length === 2 && plural.select(Number(values.count)) === "one" ? forms[0] : forms[forms.length - 1];
  return form.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? numbers.format(value) : value;
  });
}

/**
 * The words of a key that is put together, such as `grade.` and a grade; the last part itself where there is none.
 *
 * @param {string} group
 * @param {string} name
 */
export function word(group, name) {
  return /** @type {Record<string, string>} */ (strings)[`${group}.${name}`] ?? name.replaceAll("_", " ");
}

/**
 * The language in which the words for somebody of that language are, as long as there is one only, and its direction.
 *
 * @param {string} wanted    as in `lang`
 */
// eslint-disable-next-line no-unused-vars
export function offered(wanted) {
  return { language: english.language, direction: english.direction };
}

/** @param {number} bytes */
export function size(bytes) {
  return `${numbers.format(Math.round((bytes / (1 << 20)) * 10) / 10)} MB`;
}
