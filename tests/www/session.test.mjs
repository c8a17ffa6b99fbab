// A session is saved and opened again, with and without its texts; what is no session, or is not as it was saved, breaks nothing.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { FORMS, TEXTS, folder, missing, program, saved, settled, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });

/** @param {Page} page @param {Record<string, string>} files */
async function add(page, files) {
  const all = Object.entries(files).map(([name, text]) => ({ name, mimeType: "", buffer: Buffer.from(text) }));
  await page.setInputFiles("#files", all);
}

/**
 * The session that the page saves.
 *
 * @param {Page} page
 * @param {boolean} withTexts
 */
async function session(page, withTexts) {
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  const dialog = page.locator("save-dialog dialog");
  await dialog.locator("input[name=format][value=session]").check();
  await dialog.getByLabel("With the texts themselves").setChecked(withTexts);
  await dialog.getByText(withTexts ? "holds the texts in full" : "but no text").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Save" }).click()]);
  await dialog.waitFor({ state: "hidden" });
  assert.equal(download.suggestedFilename(), "rapporteur.session.json");
  return readFileSync(await download.path(), "utf8");
}

/** Corrects and dates the first text. @param {Page} page */
async function work(page) {
  await page.locator("file-list .file").nth(1).click();
  await page.locator("statement-list .line").first().click();
  await page.getByRole("button", { name: "Not a statement" }).click();
  await page.getByText("1 rejected by you").waitFor();
  await page.getByRole("button", { name: "In this text" }).click();
  await page.getByLabel("Count relative dates from").fill("2024-05-08");
  await page.getByText("You said so.").waitFor();
}

/** @param {Page} page */
async function reports(page) {
  return (await saved(page, { which: "all", format: "json", unit: "utf16" })).bytes.toString();
}

for (const form of FORMS) {
  test(`${form}: a session with its texts opens as it was left`, async (context) => {
    const first = await visit(context, { browser, form });
    await add(first.page, TEXTS);
    await settled(first.page, Object.keys(TEXTS).length);
    await work(first.page);
    const before = await reports(first.page);
    const file = await session(first.page, true);

    const second = await visit(context, { browser, form });
    await add(second.page, { "rapporteur.session.json": file });
    await settled(second.page, Object.keys(TEXTS).length);
    assert.equal(await reports(second.page), before);
    assert.equal(await session(second.page, true), file);
    assert.deepEqual([...first.troubles, ...second.troubles], []);
  });
}

test("a session without its texts holds none of their words, and waits for them, whatever they are called", async (context) => {
  const first = await visit(context, { browser });
  await add(first.page, TEXTS);
  await settled(first.page, Object.keys(TEXTS).length);
  await work(first.page);
  const before = JSON.parse((await reports(first.page)).split("\n")[0]);
  const file = await session(first.page, false);
  assert.ok(!file.includes("content") && !file.includes("Ada Lind"), file);

  const { page } = await visit(context, { browser });
  await add(page, { "work.json": file });
  await page.getByText(`${Object.keys(TEXTS).length} of its texts are not open here: drop plain.txt`).first().waitFor();
  await add(page, { "other name.txt": TEXTS["plain.txt"], "unknown.txt": "The envoy said no." });
  await settled(page, 2);
  const after = JSON.parse((await reports(page)).split("\n")[0]);
  assert.deepEqual({ ...after, document: { ...after.document, name: "" } }, { ...before, document: { ...before.document, name: "" } });
});

test("the program reads a session as the page does", async (context) => {
  const { page } = await visit(context, { browser });
  const path = folder(context, TEXTS);
  await add(page, TEXTS);
  await settled(page, Object.keys(TEXTS).length);
  await work(page);
  assert.deepEqual(await missing(page), []);
  writeFileSync(join(path, "work.json"), await session(page, false));
  const names = Object.keys(TEXTS);
  const printed = program(path, ["analyze", "--offsets", "utf16", "--corrections", "work.json", ...names]).toString();
  assert.equal(await reports(page), printed);
  const html = await saved(page, { which: "all", format: "html" });
  assert.equal(html.bytes.toString(), program(path, ["analyze", "--format", "html", "--corrections", "work.json", ...names]).toString());
});

test("what is no session, of another version or not as it was saved is named with cause and way out; nothing of it is used", async (context) => {
  const { page, troubles } = await visit(context, { browser });
  await add(page, { "note.txt": TEXTS["plain.txt"] });
  await settled(page, 1);
  const file = await session(page, true);
  const before = await reports(page);
  const evil = '<img src=x onerror="window.harmed=1">';
  const parsed = JSON.parse(file);
  /** @type {[string, string, RegExp][]} */
  const cases = [
    ["version.session.json", file.replace("session/1", "session/2"), /version\.session\.json: is a session of the form rapporteur\.session\/2, and this version reads/],
    ["text.session.json", file.replace(/"content":"../, '"content":"QU'), /text\.session\.json: cannot be used as a session \(note\.txt: its content is not what was saved.*; take the file as it was saved/],
    ["cut.session.json", file.slice(0, file.length / 2), /cut\.session\.json: cannot be used as a session/],
    ["empty.session.json", "", /empty\.session\.json: cannot be used/],
    ["list.session.json", "[1,2]", /list\.session\.json: cannot be used/],
    ["deep.session.json", "[".repeat(100_000), /deep\.session\.json: cannot be used/],
    ["more.session.json", JSON.stringify({ ...parsed, script: evil }), /more\.session\.json: cannot be used.*script/],
    ["proto.session.json", file.replace('"texts":[', '"__proto__":{"harmed":1},"texts":['), /proto\.session\.json: cannot be used/],
    ["digest.session.json", JSON.stringify({ ...parsed, texts: [{ ...parsed.texts[0], sha256: evil }] }), /digest\.session\.json: cannot be used.*is no SHA-256/],
    ["grade.session.json", JSON.stringify({ ...parsed, texts: [{ ...parsed.texts[0], corrections: [{ what: "amend", kind: "statement", start: 0, end: 9, grade: evil }] }] }), /grade\.session\.json: cannot be used.*is no grade/],
    [`${evil}.session.json`, "{}", /<img src=x onerror="window\.harmed=1">\.session\.json: cannot be used/],
  ];
  for (const [name, content, said] of cases) {
    await add(page, { [name]: content });
    const notice = page.locator("notice-bar li", { hasText: said });
    await notice.first().waitFor();
    await notice.getByRole("button", { name: "Close" }).first().click();
  }
  assert.equal(await reports(page), before);
  assert.equal(await page.locator("rapporteur-app img").count(), 0);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).harmed), undefined);
  assert.deepEqual(troubles, []);
});

test("names with markup stay what they are, but for marks that turn the direction of letters", async (context) => {
  const { page, troubles } = await visit(context, { browser });
  const name = "<b onclick=harmed()>\u202Etxt.exe.txt";
  await add(page, { [name]: `Minister \u202EAda <script>harmed()</script> Lind\u202C said that talks would resume on Monday.` });
  await settled(page, 1);
  await page.locator("statement-list .line").first().click();
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  await page.getByLabel("Said by", { exact: true }).fill('"><img src=x onerror="window.harmed=1">\u202E');
  await page.getByRole("button", { name: "Keep" }).click();
  await page.locator("evidence-card dd", { hasText: "who speaks" }).waitFor();
  const file = await session(page, true);

  const { page: other } = await visit(context, { browser });
  await add(other, { "x.session.json": file });
  await settled(other, 1);
  assert.deepEqual(await other.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-app")).library.entries[0].name), name.replace("\u202E", ""));
  const html = await saved(other, { format: "html" });
  assert.doesNotMatch(html.name, /\u202E|[<>]/);
  await other.goto("about:blank");
  await other.setContent(html.bytes.toString());
  assert.equal(await other.locator("img, script, b").count(), 0);
  assert.equal(await other.evaluate(() => /** @type {any} */ (window).harmed), undefined);
  assert.deepEqual(troubles, []);
});
