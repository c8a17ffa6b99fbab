// What is at second hand says so: a statement in a statement names who tells it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { toldBy } from "../../www/elements/who-tells.js";

/**
 * The marks of statements whose sources are these, each told by the one before it.
 *
 * @param {(string | null)[]} sources
 * @param {Record<string, string>} [people]    the names that stand for sources
 */
function marks(sources, people = {}) {
  const names = Object.keys(people);
  const statements = sources.map((source, index) => ({
    source,
    parent: index === 0 ? null : index - 1,
    actor: source !== null && names.includes(source) ? names.indexOf(source) : null,
  }));
  const actors = names.map((name) => ({ kind: "person", name: people[name] }));
  const reading = /** @type {any} */ ({ statements, overview: { actors }, words: (/** @type {string | null} */ source) => source ?? "" });
  return statements.map((statement) => toldBy(reading, /** @type {any} */ (statement)));
}

test("what the text itself reports has no mark; what stands in it names its teller", () => {
  assert.deepEqual(marks(["officials", "the minister"]), ["", "as told by officials"]);
});

test("each names the one just around it", () => {
  assert.deepEqual(marks(["a paper", "officials", "the minister"]), ["", "as told by a paper", "as told by officials"]);
});

test("a pronoun is told by the person behind it", () => {
  assert.deepEqual(marks(["she", "the crews"], { she: "Ada Lind" }), ["", "as told by Ada Lind"]);
});

test("a teller that the text does not name is said to be missing", () => {
  assert.deepEqual(marks([null, "the crews"]), ["", "told inside a statement without a source"]);
});
