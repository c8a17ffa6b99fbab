// Bad input: each file gets a report or a message that names it and the cause; the others go on, nothing hangs, nothing runs.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { FORMS, drop, folder, settled, visit } from "./visit.mjs";

const browser = await openBrowser({ after });

const SCRIPTED = `<!doctype html><html><head><title>Two ministers</title>
<script>window.top.harmed = "script";</script><meta http-equiv="refresh" content="0;url=https://example.invalid/"></head>
<body onload="window.harmed = 'onload'"><article><h1>Two ministers</h1>
<p>Minister Lind said &lt;img src=x onerror="window.harmed='quoted'"&gt; was <b>fine</b>.</p>
<img src="https://example.invalid/pixel.png" onerror="window.harmed = 'image'"><svg onload="window.harmed = 'svg'"></svg>
<iframe src="javascript:window.top.harmed = 'frame'"></iframe></article></body></html>`;

const FILES = {
  "empty.txt": "",
  "blank.txt": " \n\t\n ",
  "picture.txt": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]),
  "invalid.txt": Uint8Array.from([0x54, 0x68, 0x65, 0x20, 0xc3, 0x28, 0x20, 0xff, 0xfe, 0x20, 0x73, 0x61, 0x69, 0x64, 0x2e]),
  "nul.txt": "The minister\0 said\0 so.\0",
  "endless-line.txt": "word,".repeat(2_000_000),
  "brackets.txt": `${"[(".repeat(100_000)}deep${")]".repeat(100_000)}`,
  "lists.md": Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(2 * Math.min(depth, 500))}- item ${depth}`).join("\n"),
  "nested.html": `<html><body>${"<div>".repeat(100_000)}deep`,
  "scripted.html": SCRIPTED,
  "ragged.md": "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n|||\n\nThe minister said no.\n",
  "sub/good.txt": "The minister said yes.",
  "good.txt": "The minister said no.",
};

for (const form of FORMS) {
  test(`${form}: every bad file is accounted for, and the good ones are read`, async (context) => {
    const { page, troubles } = await visit(context, { browser, form });
    const path = folder(context, FILES);
    const names = [...Object.keys(FILES), "gone.txt"]; // the last one is not there at all
    await drop(page, names.filter((name) => !name.includes("/")).map((name) => join(path, name)));
    await drop(page, [join(path, "sub/good.txt")]);
    const found = await settled(page, names.length);

    const of = Object.fromEntries(found.map((entry) => [entry.name, entry]));
    assert.deepEqual(found.map(({ name }) => name).sort(), [...names.filter((name) => !name.includes("/")), "good (2).txt"].sort());
    assert.equal(of["good.txt"].state, "done");
    assert.equal(of["good (2).txt"].state, "done");
    assert.equal(of["gone.txt"].code, "unreadable");
    for (const entry of found) {
      if (entry.state === "done") continue;
      assert.ok(entry.message?.startsWith(`${entry.name}: `), `names the file: ${entry.message}`);
      assert.notEqual(entry.code, "stopped", `${entry.name} must not break the reading`);
      assert.notEqual(entry.code, "slow", `${entry.name} must not hang`);
    }
    // What failed says so on the page, with its cause.
    await page.getByText("gone.txt: cannot be read").first().waitFor();

    // Each can be looked at; nothing in them has run or was asked for.
    for (let index = 0; index < names.length; index += 1) {
      await page.locator("file-list .file").nth(index + 1).click();
    }
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).harmed), undefined);
    assert.deepEqual(troubles, []);
  });
}

test("what a text says in markup stands there as text", async (context) => {
  const { page } = await visit(context, { browser });
  await page.setInputFiles("#files", {
    name: "<img src=x onerror=window.harmed=1>.txt",
    mimeType: "text/plain",
    buffer: Buffer.from('Minister Lind said <img src=x onerror="window.harmed=2"> and <script>window.harmed=3</script> were ${"fine"}.'),
  });
  await settled(page, 1);
  await page.locator("statement-list .line").first().click();
  const text = await page.locator("text-reader article").evaluate((article) => article.textContent);
  assert.match(text ?? "", /<img src=x onerror="window.harmed=2">/);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).harmed), undefined);
  assert.equal(await page.locator("rapporteur-app img").count(), 0);
});

test("a name is shown and saved without signs that would hide its ending, and first words without those that would turn the page's", async (context) => {
  const { page } = await visit(context, { browser });
  await page.setInputFiles("#files", { name: "report\u202Efdp.txt", mimeType: "text/plain", buffer: Buffer.from("Minister Lind \u2067said that \u202Eno.") });
  const [{ name }] = await settled(page, 1);
  assert.equal(name, "reportfdp.txt");
  const list = await page.locator("file-list").evaluate((list) => list.shadowRoot?.textContent ?? "");
  assert.match(list, /“Minister Lind said that no\.…”/);
  assert.doesNotMatch(list, /[\u202a-\u202e]/u);
});

test("a file over the limit is named with the limit; raising it reads the file", async (context) => {
  const { page } = await visit(context, { browser });
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByLabel("Largest file (MB)").fill("1");
  await page.keyboard.press("Escape");
  const path = folder(context, { "large.txt": "The minister said so. ".repeat(60_000), "small.txt": "He said so." });
  await drop(page, [join(path, "large.txt"), join(path, "small.txt")]);
  const found = await settled(page, 2);
  assert.deepEqual(found.map(({ code }) => code), ["too_large", null]);
  assert.match(found[0].message ?? "", /^large\.txt: has 1320000 bytes, over the limit of 1048576;/);
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByLabel("Largest file (MB)").fill("2");
  await page.keyboard.press("Escape");
  assert.deepEqual((await settled(page, 2)).map(({ state }) => state), ["done", "done"]);
});
