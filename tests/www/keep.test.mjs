// Texts stay on the device only if the reader asks for it; the page works the same where that is denied or there is no room.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { settled, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });

const NOTE = { name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("Minister Ada Lind said that talks would resume. A spokesman denied it.") };

/** @param {Page} page */
async function reopened(page) {
  await page.reload();
  await page.waitForSelector("html[data-ready]");
}

/** What the page has in the browser's database. @param {Page} page */
function kept(page) {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes("rapporteur")) return null;
    return new Promise((resolve) => {
      const request = indexedDB.open("rapporteur");
      request.onsuccess = () => {
        const keys = request.result.transaction("kept").objectStore("kept").getAllKeys();
        keys.onsuccess = () => {
          request.result.close();
          resolve(keys.result.map((key) => String(key).slice(0, 5)));
        };
      };
    });
  });
}

/** @param {Page} page @param {(box: import("playwright-core").Locator) => Promise<void>} act */
async function inHelp(page, act) {
  await page.getByRole("button", { name: "Help" }).click();
  await act(page.locator("keep-settings"));
  await page.keyboard.press("Escape");
}

test("nothing is kept that was not asked for; what was asked for is here again, until it is forgotten", async (context) => {
  const { page, troubles } = await visit(context, { browser });
  await page.setInputFiles("#files", NOTE);
  await settled(page, 1);
  assert.equal(await kept(page), null);

  await inHelp(page, async (settings) => {
    await settings.getByLabel("Keep texts and corrections on this device").check();
    await settings.getByText("of texts are kept here").waitFor();
  });
  await page.locator("statement-list .line").nth(1).click();
  await page.getByRole("button", { name: "Not a statement" }).click();
  await page.getByText("1 rejected by you").waitFor();
  await page.waitForTimeout(1500);
  assert.deepEqual(await kept(page), ["index", "text:"]);

  await reopened(page);
  assert.deepEqual((await settled(page, 1)).map(({ name, statements }) => [name, statements]), [["note.txt", 1]]);
  await page.getByText("1 rejected by you").waitFor();
  await page.getByRole("button", { name: "Remove note.txt" }).click();
  await page.waitForTimeout(1500);
  assert.deepEqual(await kept(page), ["index"]);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await settled(page, 1);

  await inHelp(page, async (settings) => {
    await settings.getByRole("button", { name: "Forget everything" }).click();
    await settings.getByRole("button").waitFor({ state: "detached" });
    assert.equal(await settings.getByRole("checkbox").isChecked(), false);
  });
  assert.deepEqual(await kept(page), []);
  await reopened(page);
  assert.equal((await settled(page, 0)).length, 0);
  assert.deepEqual(troubles, []);
});

test("where the browser allows no storage the page reads as ever and says that nothing is kept", async (context) => {
  const deny = () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
    IDBFactory.prototype.databases = () => Promise.reject(new DOMException("denied", "SecurityError"));
  };
  const { page, troubles } = await visit(context, { browser, before: (page) => page.addInitScript(deny) });
  await page.setInputFiles("#files", NOTE);
  await settled(page, 1);
  await inHelp(page, async (settings) => {
    await settings.getByRole("checkbox").check();
    await settings.getByText("This browser does not allow it: nothing is kept.").waitFor();
  });
  await page.locator("statement-list .line").first().click();
  await page.getByRole("button", { name: "Not a statement" }).click();
  await page.getByText("1 rejected by you").waitFor();
  assert.deepEqual(troubles, []);
});

test("where there is no room the page says so and goes on", async (context) => {
  const fill = () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  };
  const { page, troubles } = await visit(context, { browser, before: (page) => page.addInitScript(fill) });
  await page.setInputFiles("#files", NOTE);
  await settled(page, 1);
  await inHelp(page, async (settings) => {
    await settings.getByRole("checkbox").check();
    await settings.getByText("There is no room for them here").waitFor();
  });
  await page.setInputFiles("#files", { ...NOTE, name: "other.txt" });
  assert.deepEqual((await settled(page, 2)).map(({ state }) => state), ["done", "done"]);
  await reopened(page);
  assert.deepEqual(troubles, []);
});
