// The linter refuses what would turn a text into markup or code.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ESLint } from "eslint";

const eslint = new ESLint();

/**
 * @param {string} code        as it might stand in a file of the page
 * @param {string[]} expected  the rules that refuse it
 */
async function check(code, expected) {
  const [result] = await eslint.lintText(code, { filePath: "www/elements/example.js" });
  assert.deepEqual(result.messages.map((message) => message.ruleId), expected);
}

test("a string is not given to the page as markup", async () => {
  await check("export const f = (e, s) => { e.innerHTML = s; };", ["no-restricted-properties"]);
  await check("export const f = (e, s) => { e.outerHTML = s; };", ["no-restricted-properties"]);
  await check("export const f = (e, s) => e.insertAdjacentHTML('x', s);", ["no-restricted-properties"]);
  await check("export const f = (s) => document.write(s);", ["no-restricted-properties"]);
});

test("nor through Lit", async () => {
  await check("export const f = (html, s) => html`<p .innerHTML=${s}></p>`;", ["no-restricted-syntax"]);
  await check("export const f = (html, s) => html`<iframe srcdoc='${s}'></iframe>`;", ["no-restricted-syntax"]);
  await check("export { unsafeHTML } from 'lit/directives/unsafe-html.js';", ["no-restricted-imports"]);
});

test("a string is not run", async () => {
  await check("export const f = (s) => eval(s);", ["no-eval"]);
  await check("export const f = (s) => new Function(s);", ["no-new-func"]);
});

test("text nodes and templates are the way", async () => {
  await check("export const f = (e, s) => { e.textContent = s; };", []);
  await check("export const f = (html, s) => html`<p title=${s}>${s}</p>`;", []);
});
