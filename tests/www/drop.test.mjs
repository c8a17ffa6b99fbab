// Texts come in by hand: dropped, chosen, pasted; each gets a report or a message.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { TEXTS, drop, entries, folder, readExample, settled, visit } from "./visit.mjs";

const browser = await openBrowser({ after });

test("dropped files are read, each with a report", async (context) => {
  const { page, troubles } = await visit(context, { browser });
  const path = folder(context, TEXTS);
  await drop(page, Object.keys(TEXTS).map((name) => join(path, name)));
  const found = await settled(page, 5);
  assert.deepEqual(found.map(({ name }) => name), Object.keys(TEXTS));
  assert.deepEqual([...new Set(found.map(({ state }) => state))], ["done"]);
  await page.getByText("5 texts ·").waitFor();
  assert.deepEqual(troubles, []);
});

test("a dropped folder is read to its depths, more files than a browser gives at once, and only texts", async (context) => {
  const { page } = await visit(context, { browser });
  /** @type {Record<string, string>} */
  const files = { "a/deep/er/last.md": "# Last\n", "a/picture.png": "no text by its ending", "a/empty/.keep": "" };
  for (let number = 0; number < 250; number += 1) files[`a/${String(number).padStart(3, "0")}.txt`] = `Text ${number}.`;
  const path = folder(context, files);
  await drop(page, [join(path, "a")]);
  const found = await settled(page, 251);
  assert.equal(found[0].name, "a/000.txt");
  assert.equal(found[250].name, "a/deep/er/last.md");
  await page.getByText("2 files of the folder left out").first().waitFor();
});

test("the overlay shows while something is held over the window", async (context) => {
  const { page } = await visit(context, { browser });
  await page.evaluate(() => window.dispatchEvent(new DragEvent("dragenter", { cancelable: true })));
  await page.getByText("Let go to read them").waitFor();
  await page.evaluate(() => window.dispatchEvent(new DragEvent("dragleave", { cancelable: true })));
  await page.getByText("Let go to read them").waitFor({ state: "detached" });
});

test("files and folders can be chosen, texts and files pasted or typed", async (context) => {
  const { page } = await visit(context, { browser });
  const path = folder(context, { "one.txt": "One said so.", "more/two.txt": "Two.", "more/skip.bin": "x" });
  await page.setInputFiles("#files", join(path, "one.txt"));
  await settled(page, 1);
  await page.setInputFiles("#folder", join(path, "more"));
  await settled(page, 2);

  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "Pasted words 🕊️.");
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await settled(page, 3);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(["A file."], "clip.txt", { type: "text/plain" }));
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await settled(page, 4);

  await page.getByRole("button", { name: "Paste text" }).click();
  await page.locator("paste-dialog textarea").fill("Typed words.");
  await page.getByRole("button", { name: "Read it" }).click();
  const names = (await settled(page, 5)).map(({ name }) => name);
  assert.deepEqual(names, ["one.txt", "more/two.txt", "Pasted text.txt", "clip.txt", "Pasted text (2).txt"]);
});

test("dropped text is read as a text", async (context) => {
  const { page } = await visit(context, { browser });
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", "The minister said no.");
    window.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
  });
  assert.equal((await settled(page, 1))[0].name, "Pasted text.txt");
});

test("the example says that it is one", async (context) => {
  const { page } = await visit(context, { browser });
  const texts = await readExample(page);
  assert.ok(texts.every(({ name }) => name.startsWith("invented example/")));
  await page.locator("text-reader").getByText("This is an invented example").waitFor();
});

test("what was removed comes back when that is undone", async (context) => {
  const { page } = await visit(context, { browser });
  const path = folder(context, TEXTS);
  await drop(page, Object.keys(TEXTS).map((name) => join(path, name)));
  await settled(page, 5);
  await page.getByRole("button", { name: "Remove emoji.txt" }).click();
  assert.equal((await entries(page)).length, 4);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.deepEqual((await entries(page)).map(({ name }) => name), Object.keys(TEXTS));
});
