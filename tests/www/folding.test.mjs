// What a search takes for the same letters, and where they stand in the text.

import assert from "node:assert/strict";
import { test } from "node:test";

import { endInText, fold, startInText } from "../../www/library/folding.js";

/** @import { Exact } from "../../www/library/folding.js" */

/**
 * The words of the text that a search finds first; null where it finds none.
 *
 * @param {string} text
 * @param {string} wanted
 * @param {Exact} [exact]
 */
function check(text, wanted, exact) {
  const folded = fold(text, exact);
  const { text: sought } = fold(wanted, exact);
  const at = folded.text.indexOf(sought);
  return at === -1 ? null : text.slice(startInText(folded, at), endInText(folded, at + sought.length));
}

test("case and accents make no difference, however they are written", () => {
  assert.equal(check("The ÉLYSÉE agreed.", "elysee"), "ÉLYSÉE");
  assert.equal(check("The E\u0301lyse\u0301e agreed.", "élysée"), "E\u0301lyse\u0301e");
  assert.equal(check("Nguyễn spoke", "nguyen"), "Nguyễn");
  assert.equal(check("в Києві", "КИЄВІ"), "Києві");
  assert.equal(check("Straße 5", "strasse"), "Straße");
  assert.equal(check("ΟΔΟΣ και οδός", "οδος"), "ΟΔΟΣ");
  assert.equal(check("İstanbul talks", "istanbul"), "İstanbul");
  assert.equal(check("عَمَّان", "عمان"), "عَمَّان");
});

test("accents and case count where that is asked", () => {
  assert.equal(check("resume the résumé", "résumé", { accents: true }), "résumé");
  assert.equal(check("re\u0301sume\u0301", "résumé", { accents: true }), "re\u0301sume\u0301");
  assert.equal(check("resume", "résumé", { accents: true }), null);
  assert.equal(check("may May", "May", { letterCase: true }), "May");
  assert.equal(check("straße", "STRASSE", { letterCase: true }), null);
});

test("what is typed with plain keys finds what was printed", () => {
  assert.equal(check("“We don’t know”", `"we don't`), "“We don’t");
  assert.equal(check("cease\u2011fire", "cease-fire"), "cease\u2011fire");
  assert.equal(check("nego\u00adtiated", "negotiated"), "nego\u00adtiated");
  assert.equal(check("the ﬁnal act", "final"), "ﬁnal");
  assert.equal(check("５ May", "5 may"), "５ May");
});

test("places behind characters that became longer or shorter are those of the text", () => {
  const text = "🕊️ ﬁ ß e\u0301 \u00ad 👩‍👩‍👧 İ … talks 🎉";
  assert.equal(check(text, "talks"), "talks");
  assert.equal(check(text, "🎉"), "🎉");
  assert.equal(check(text, "👩‍👩‍👧"), "👩‍👩‍👧");
  // Part of a character is the character.
  assert.equal(check("ﬁre", "ire"), "ﬁre");
});

test("lone surrogates, controls and nothing at all do no harm", () => {
  assert.equal(check("\ud800x\udfff talks", "talks"), "talks");
  assert.equal(check("\0\u0001talks\u0301", "talks"), "talks\u0301");
  assert.deepEqual(fold(""), { text: "", uneven: [] });
});
