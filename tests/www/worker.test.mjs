// Workers come and go: one that dies is replaced, what runs can be cancelled, and without any the page itself reads.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { drop, folder, program, saved, settled, visit } from "./visit.mjs";

const browser = await openBrowser({ after });

/** Long enough to be caught in the act. */
const LONG = "The minister said that the talks would resume on Monday, 4 May 2020, in the old town. ".repeat(20_000);

/** Keeps hold of the workers that the page starts. @param {import("playwright-core").Page} page */
const holdWorkers = (page) =>
  page.addInitScript(() => {
    const workers = /** @type {Worker[]} */ ([]);
    Object.assign(window, { workers, called: false });
    window.Worker = class extends Worker {
      /** @param {[string | URL, WorkerOptions?]} given */
      constructor(...given) {
        super(...given);
        workers.push(this);
      }

      /** @param {[any, any]} message */
      postMessage(...message) {
        super.postMessage(...message);
        if (message[0].call) Object.assign(window, { called: true });
      }
    };
  });

test("a worker that dies is replaced; its file says so and can be tried again", async (context) => {
  const { page } = await visit(context, { browser, before: holdWorkers });
  const path = folder(context, { "long.txt": LONG, "short.txt": "The minister said no." });
  await drop(page, [join(path, "long.txt")]);
  await page.waitForFunction(() => /** @type {any} */ (window).called);
  await page.evaluate(() => /** @type {any} */ (window).workers.forEach((/** @type {Worker} */ worker) => worker.terminate()));
  const [failed] = await settled(page, 1);
  assert.equal(failed.code, "stopped");
  assert.match(failed.message ?? "", /^long\.txt: /);

  await drop(page, [join(path, "short.txt")]);
  assert.equal((await settled(page, 2))[1].state, "done", "another worker reads on");
  await page.getByRole("button", { name: "Try again: long.txt" }).click();
  await page.waitForTimeout(50);
  assert.deepEqual((await settled(page, 2)).map(({ state }) => state), ["done", "done"]);
});

test("one file, or all that are left, can be cancelled", async (context) => {
  const { page } = await visit(context, { browser });
  const path = folder(context, { "a.txt": LONG, "b.txt": LONG, "c.txt": LONG, "d.txt": LONG });
  await drop(page, ["a", "b", "c", "d"].map((name) => join(path, `${name}.txt`)));
  await page.getByRole("button", { name: "Cancel: a.txt" }).click();
  await page.getByRole("button", { name: "Cancel the rest" }).click();
  const found = await settled(page, 4);
  assert.equal(found[0].code, "cancelled");
  assert.ok(found.every(({ code, state }) => state === "done" || code === "cancelled"));
  await page.setInputFiles("#files", { name: "after.txt", mimeType: "text/plain", buffer: Buffer.from("He said so.") });
  assert.equal((await settled(page, 5))[4].state, "done", "reading goes on");
});

test("what takes too long is stopped and says so", async (context) => {
  const { page } = await visit(context, { browser });
  await page.evaluate(() => {
    /** @type {any} */ (document.querySelector("rapporteur-app")).engine.patience = 0.001;
  });
  const path = folder(context, { "long.txt": LONG });
  await drop(page, [join(path, "long.txt")]);
  const [failed] = await settled(page, 1);
  assert.equal(failed.code, "slow");
  assert.match(failed.message ?? "", /^long\.txt: took longer than \d+ seconds/);
});

test("where no worker can be started the page reads by itself, says so, and finds the same", async (context) => {
  const before = (/** @type {import("playwright-core").Page} */ page) =>
    page.addInitScript(() => {
      window.Worker = /** @type {any} */ (
        class {
          constructor() {
            throw new DOMException("refused", "SecurityError");
          }
        }
      );
    });
  const { page } = await visit(context, { browser, before });
  await page.getByText("starts no background workers").first().waitFor();
  const path = folder(context, { "note.txt": "The minister 🕊️ said no.", "page.html": "<html><body><p>The envoy said yes.</p></body></html>" });
  await drop(page, [join(path, "note.txt"), join(path, "page.html")]);
  assert.deepEqual((await settled(page, 2)).map(({ state }) => state), ["done", "done"]);
  const { bytes } = await saved(page, { which: "all", format: "json", unit: "utf16" });
  assert.equal(bytes.toString(), program(path, ["analyze", "--offsets", "utf16", "note.txt", "page.html"]).toString());
});
