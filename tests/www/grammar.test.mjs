// The grammar of a text in a real browser: the program's to the byte, in the report and as packed numbers.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { openBrowser, servePage } from "./browser.mjs";

const ROOT = new URL("../../", import.meta.url);
const text = await readFile(new URL("tests/grammar/sentences.txt", ROOT), "utf8");
/** What tests/grammar.rs holds the program against. */
const expected = await readFile(new URL("tests/grammar/sentences.json", ROOT), "utf8");
const report = JSON.parse(expected);

const site = await servePage({ after }, { folder: fileURLToPath(ROOT) });
const page = await (await openBrowser({ after })).newPage();
const body = '<!doctype html><link rel="icon" href="data:,">';
await page.route(site.url, (route) => route.fulfill({ contentType: "text/html", body }));
await page.goto(site.url);
await page.evaluate(async (url) => {
  const library = await import(`${url}www/pkg/reader/rapporteur.js`);
  await library.default();
  const fetched = ["english.model", "roles.model", "attribution.weights"].map(async (name) => new Uint8Array(await (await fetch(`model/${name}`)).arrayBuffer()));
  const [file, roles, weights] = await Promise.all(fetched);
  Object.assign(globalThis, { library, file, roles, weights });
}, site.url);

test("a report has the same tokens as the program's", async () => {
  const found = await page.evaluate((text) => {
    const { library, file, roles, weights } = /** @type {any} */ (globalThis);
    const model = library.LanguageModel.fromBytes(file);
    model.addRoles(roles);
    model.addStatements(weights);
    const reading = library.Reading.readWith(model, "sentences.txt", new TextEncoder().encode(text), { tokens: true });
    return new TextDecoder().decode(reading.json());
  }, text);
  assert.equal(found, expected);
});

test("the packed grammar says the same", async () => {
  const { sentences, tokens, strings } = await page.evaluate((text) => {
    const { library, file } = /** @type {any} */ (globalThis);
    const model = library.LanguageModel.fromBytes(file);
    const grammar = library.Grammar.read(model, "sentences.txt", new TextEncoder().encode(text), null);
    return { sentences: [...grammar.sentences()], tokens: [...grammar.tokens()], strings: /** @type {string[]} */ (grammar.strings()) };
  }, text);
  const unpacked = rows(tokens, 8).map(([start, end, sentence, pos, tag, lemma, head, relation]) => ({
    span: { start, end },
    sentence,
    pos: strings[pos],
    tag: strings[tag],
    lemma: strings[lemma],
    head: head === 0xffffffff ? null : head,
    deprel: strings[relation],
  }));
  // Of what a token is made, only the report says.
  assert.deepEqual(unpacked.map((token, index) => ({ ...token, kind: report.tokens[index]?.kind })), report.tokens);
  assert.deepEqual(
    rows(sentences, 4).map(([start, end, first]) => ({ start, end, start_of_first: unpacked[first].span.start })),
    report.sentences.map((/** @type {any} */ { span }) => ({ ...span, start_of_first: span.start })),
  );
  assert.equal(sentences.at(-1), unpacked.length);
});

test("without a model, tokens have no grammar", async () => {
  const tokens = await page.evaluate((text) => {
    const { library } = /** @type {any} */ (globalThis);
    const reading = library.Reading.read("sentences.txt", new TextEncoder().encode(text), { tokens: true });
    return JSON.parse(new TextDecoder().decode(reading.json())).tokens;
  }, text);
  assert.equal(tokens.length, report.tokens.length);
  for (const token of tokens) assert.deepEqual([token.pos, token.lemma, token.head, token.deprel], [null, null, null, null]);
});

for (const [what, code, spoil] of /** @type {const} */ ([
  ["one bit wrong", "damaged", "flip"],
  ["half of it", "damaged", "halve"],
  ["another file", "not_a_model", "replace"],
])) {
  test(`a model file with ${what} is refused with a reason`, async () => {
    const error = await page.evaluate((spoil) => {
      const { library, file } = /** @type {any} */ (globalThis);
      const bytes = spoil === "halve" ? file.slice(0, file.length / 2) : file.slice();
      if (spoil === "flip") bytes[bytes.length - 100] ^= 1;
      if (spoil === "replace") bytes.fill(32, 0, 8);
      try {
        library.LanguageModel.fromBytes(bytes);
        return null;
      } catch (error) {
        return { code: /** @type {any} */ (error).code, message: /** @type {Error} */ (error).message };
      }
    }, spoil);
    assert.equal(error?.code, code);
    assert.match(error?.message ?? "", /language model/);
  });
}

/** @param {number[]} numbers @param {number} width */
function rows(numbers, width) {
  return Array.from({ length: numbers.length / width }, (_, row) => numbers.slice(row * width, (row + 1) * width));
}
