// All languages, for a page that has them inside it.

import arabic from "./ar.json" with { type: "json" };
import french from "./fr.json" with { type: "json" };
import russian from "./ru.json" with { type: "json" };
import ukrainian from "./uk.json" with { type: "json" };

/** @import { Locale } from "./locale.js" */

/** @type {Locale[]} */
export const INSIDE = [french, ukrainian, russian, arabic];
