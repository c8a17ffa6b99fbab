// A line of a list goes to its words: those words, in any script, and nothing else.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { eachLeadsToItsWords } from "./leads.mjs";
import { FORMS, TEXTS, drop, folder, readExample, settled, visit } from "./visit.mjs";

const browser = await openBrowser({ after });

for (const form of FORMS) {
  test(`${form}: each statement goes to exactly its words, in sight and with the focus`, async (context) => {
    const { page, troubles } = await visit(context, { browser, form });
    const path = folder(context, TEXTS);
    await drop(page, Object.keys(TEXTS).map((name) => join(path, name)));
    const found = await settled(page, 5);
    const lines = page.locator("statement-list .line");
    const count = found.reduce((sum, { statements }) => sum + statements, 0);
    assert.ok(count > 0, "statements to go to");
    assert.equal(await eachLeadsToItsWords(page, lines), count);
    assert.deepEqual(troubles, []);
  });
}

test("the text is all there, letter for letter, however it is marked", async (context) => {
  const { page } = await visit(context, { browser });
  const path = folder(context, TEXTS);
  for (const [index, name] of Object.keys(TEXTS).entries()) {
    await drop(page, [join(path, name)]);
    await settled(page, index + 1);
    await page.locator("file-list .file").last().click();
    const words = TEXTS[/** @type {keyof typeof TEXTS} */ (name)].split(/[\s#|-]+/);
    const article = page.locator("text-reader article");
    // On a busy machine the text of the file before may stand there a while.
    await page.locator(`text-reader .text[aria-label*="${name}"]`).waitFor();
    const shown = (await article.textContent()) ?? "";
    for (const word of words) {
      assert.ok(shown.includes(word), `${name}: ${word}`);
    }
  }
});

test("lines of the contents go to their words too", async (context) => {
  const { page } = await visit(context, { browser });
  const path = folder(context, TEXTS);
  await drop(page, [join(path, "emoji.txt")]);
  await settled(page, 1);
  await page.getByRole("button", { name: "In this text" }).click();
  const line = page.locator("text-contents ul .line").first();
  const words = await line.locator("bdi").first().textContent();
  await line.click();
  await page.locator("text-reader .here").first().waitFor();
  const here = await page.locator("text-reader .here").allTextContents();
  assert.ok(here.join("").length > 0, `${words}`);
});

test("marks can be switched off, and search and grades choose what is listed", async (context) => {
  const { page } = await visit(context, { browser });
  await readExample(page);
  const source = page.locator("text-reader .text .source").first();
  await source.waitFor({ state: "attached" });
  await page.locator(".legend button", { hasText: "who says it" }).click();
  await source.waitFor({ state: "detached" });

  const all = await page.locator("statement-list .line").count();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("trawlers");
  await page.waitForFunction(() => location.hash.includes("search=trawlers"));
  const count = page.locator("statement-list .count span");
  await count.getByText(`of ${all} statements`).waitFor();
  for (const text of await page.locator("statement-list .line").allTextContents()) assert.match(text, /trawlers/i);
  await page.getByRole("button", { name: "Show all" }).click();
  await count.getByText(new RegExp(`^${all} statements`)).waitFor();
  const grade = page.locator("sourcing-strip li button").first();
  const graded = Number(await grade.locator(".figures").textContent());
  await grade.click();
  await page.waitForFunction((count) => document.querySelector("rapporteur-app")?.shadowRoot?.querySelector("statement-list")?.shadowRoot?.querySelectorAll(".line").length === count, graded);
  assert.match(page.url(), /grade=/);
  assert.match(page.url(), /hide=source/);
});

test("a statement in a statement says who tells it, and stands a little in", async (context) => {
  const { page } = await visit(context, { browser });
  const text = "Officials said on Monday that the minister had refused the offer. The minister said that Sweden was willing to reopen the port.";
  await page.setInputFiles("#files", { name: "told.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  await settled(page, 1);
  const inside = page.locator("statement-list .line.inside").first();
  await inside.getByText("as told by Officials").waitFor();
  const edge = (/** @type {import("playwright-core").Locator} */ line) => line.locator(".body").evaluate((body) => body.getBoundingClientRect().x);
  assert.ok((await edge(inside)) > (await edge(page.locator("statement-list .line:not(.inside)").first())));
});

test("a passage is copied with its citation", async (context) => {
  const { page, session } = await visit(context, { browser });
  await session.grantPermissions(["clipboard-read", "clipboard-write"]);
  await readExample(page);
  await page.locator("statement-list .line").first().click();
  await page.getByRole("button", { name: "Copy with citation" }).click();
  await page.getByText("Copied with its citation").first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^“.+”\n— .*1-agency\.txt, UTF-16 \d+–\d+, SHA-256 [0-9a-f]{12}…$/s);
});

test("a date that the reader sets counts relative dates, and can be taken back", async (context) => {
  const { page } = await visit(context, { browser });
  await page.setInputFiles("#files", { name: "when.txt", mimeType: "text/plain", buffer: Buffer.from("The minister said on Tuesday that talks failed yesterday.") });
  await settled(page, 1);
  await page.getByRole("button", { name: "In this text" }).click();
  await page.getByLabel("Count relative dates from").fill("2022-02-01");
  await page.getByRole("button", { name: "Use the text's own" }).waitFor();
  await page.locator("text-contents").getByText("2022-01-31").waitFor();
  await page.getByRole("button", { name: "Use the text's own" }).click();
  await page.locator("text-contents").getByText("2022-01-31").waitFor({ state: "detached" });
});
