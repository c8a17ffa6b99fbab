// The example that a first visitor can read: invented, and says so.

import text from "./example.txt";

/** @import { Found } from "./drop.js" */

/** @returns {Found} */
export function example() {
  return { name: "example.txt", blob: new Blob([text], { type: "text/plain" }) };
}
