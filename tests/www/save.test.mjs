// What the page saves is what the program prints, byte for byte, in each unit, from the site and from the single file.
// Both read with the language model: the program has it built in, the page has fetched it by then.

import assert from "node:assert/strict";
import { copyFileSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { FORMS, TEXTS, drop, folder, missing, program, saved, settled, visit } from "./visit.mjs";

const SEEDS = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));

const browser = await openBrowser({ after });

for (const form of FORMS) {
  test(`${form}: reports and tables are the program's`, async (context) => {
    const { page, troubles } = await visit(context, { browser, form });
    const path = folder(context, {
      ...TEXTS,
      // A web page that neither its name nor its start gives away.
      "late.txt": `<!--${" saved ".repeat(2000)}-->\n<!doctype html><html><body><p>The envoy 🕊️ said no.</p></body></html>`,
      "latin.txt": Uint8Array.from([0x93, 0x57, 0x65, 0x92, 0x72, 0x65, 0x20, 0x74, 0x68, 0xe9, 0x72, 0x65, 0x94, 0x20, 0x73, 0x61, 0x69, 0x64, 0x20, 0x68, 0x65]),
      "broken.txt": Uint8Array.from([0x48, 0x65, 0x20, 0x73, 0x61, 0x69, 0x64, 0x20, 0xff, 0xfe, 0x80, 0x20, 0x73, 0x6f, 0x2e]),
    });
    const names = [...Object.keys(TEXTS), "late.txt", "latin.txt", "broken.txt"];
    await drop(page, names.map((name) => join(path, name)));
    await settled(page, names.length);
    assert.deepEqual(await missing(page), []);
    for (const unit of /** @type {const} */ (["utf16", "chars", "bytes"])) {
      const { name, bytes } = await saved(page, { which: "all", format: "json", unit });
      assert.equal(name, "rapporteur.ndjson");
      same(bytes, program(path, ["analyze", "--offsets", unit, ...names]), unit);
    }
    const table = await saved(page, { which: "all", format: "csv", unit: "utf16" });
    assert.equal(table.name, "rapporteur.csv");
    same(table.bytes, program(path, ["analyze", "--offsets", "utf16", "--format", "csv", ...names]), "csv");

    await page.locator("file-list .file").nth(2).click();
    const one = await saved(page, { which: "this", format: "json", unit: "chars" });
    assert.equal(one.name, "emoji.json");
    same(one.bytes, program(path, ["analyze", "emoji.txt"]), "one");
    assert.deepEqual(troubles, []);
  });

  test(`${form}: the reports of the five seeds are the program's`, { skip: !existsSync(SEEDS) && `there is no ${SEEDS}` }, async (context) => {
    const { page } = await visit(context, { browser, form });
    const path = folder(context, {});
    const names = readdirSync(SEEDS).sort();
    for (const name of names) copyFileSync(join(SEEDS, name), join(path, name));
    await drop(page, names.map((name) => join(path, name)));
    await settled(page, names.length);
    assert.deepEqual(await missing(page), []);
    const { bytes } = await saved(page, { which: "all", format: "json", unit: "utf16" });
    same(bytes, program(path, ["analyze", "--offsets", "utf16", ...names]), "seeds");
  });
}

/**
 * @param {Buffer} found
 * @param {Buffer} expected
 * @param {string} what
 */
function same(found, expected, what) {
  if (found.equals(expected)) return;
  const at = found.findIndex((byte, index) => byte !== expected[index]);
  const near = (/** @type {Buffer} */ bytes) => bytes.subarray(Math.max(0, at - 60), at + 60).toString();
  assert.fail(`${what}: differs at byte ${at} of ${expected.length}\nthe page:    ${near(found)}\nthe program: ${near(expected)}`);
}
