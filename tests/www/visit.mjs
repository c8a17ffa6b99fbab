// What the tests of the page do on it: open it, drop files as a hand would, wait for reports, save.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { SINGLE_FILE, openBrowser, servePage, watchTroubles } from "./browser.mjs";

/** @import { Browser, Page } from "playwright-core" */
/** @import { Context } from "./browser.mjs" */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Both ways in which the page reaches people. */
export const FORMS = /** @type {const} */ (["site", "single"]);

/**
 * The page, opened and ready to read.
 *
 * @param {Context} context
 * @param {object} [options]
 * @param {"site" | "single"} [options.form]
 * @param {Browser} [options.browser]
 * @param {string} [options.view]      the view that the address asks for; none where it is empty
 * @param {string} [options.folder]    what is served in place of the site
 * @param {import("playwright-core").BrowserContextOptions} [options.settings]
 * @param {(page: Page) => Promise<unknown>} [options.before]    done before the page is opened
 */
export async function visit(context, { form = "site", browser, view = "statements", folder, settings, before } = {}) {
  const chromium = browser ?? (await openBrowser(context));
  const session = await chromium.newContext({ acceptDownloads: true, ...settings });
  const page = await session.newPage();
  context.after(() => session.close());
  const troubles = watchTroubles(page);
  await before?.(page);
  const site = form === "site" ? await servePage(context, { folder }) : null;
  const address = site?.url ?? pathToFileURL(SINGLE_FILE).href;
  await page.goto(view === "" ? address : `${address}#view=${view}`);
  await page.waitForSelector("html[data-ready]");
  return { page, site, troubles, session };
}

/**
 * Drops files and folders onto the middle of the window, the way the system does.
 *
 * @param {Page} page
 * @param {string[]} paths
 */
export async function drop(page, paths) {
  const devtools = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (["dragEnter", "dragOver", "drop"])) {
    await devtools.send("Input.dispatchDragEvent", { type, x: width / 2, y: height / 2, data });
  }
  await devtools.detach();
}

/** Reads the example that the page brings. @param {Page} page */
export async function readExample(page) {
  await page.getByRole("button", { name: "Try the example" }).click();
  return settled(page, 6);
}

/**
 * Waits until so many texts are read or have failed, and tells which.
 *
 * @param {Page} page
 * @param {number} count
 */
export async function settled(page, count) {
  await page.waitForFunction((count) => {
    const { counts } = /** @type {any} */ (document.querySelector("rapporteur-app")).library;
    return counts.all === count && counts.open === 0;
  }, count);
  return entries(page);
}

/**
 * The texts that are open.
 *
 * @param {Page} page
 * @returns {Promise<{ name: string, state: string, code: string | null, message: string | null, format: string | null, statements: number }[]>}
 */
export function entries(page) {
  return page.evaluate(() =>
    /** @type {any} */ (document.querySelector("rapporteur-app")).library.entries.map((/** @type {any} */ entry) => ({
      name: entry.name,
      state: entry.state,
      code: entry.failure?.code ?? null,
      message: entry.failure?.message ?? null,
      format: entry.reading?.overview.document.format ?? null,
      statements: entry.reading?.statements.length ?? 0,
    })),
  );
}

/**
 * The files of the language model that the page reads without.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export function missing(page) {
  return page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-app")).engine.missing);
}

/**
 * What the page saves, as bytes.
 *
 * @param {Page} page
 * @param {object} choice
 * @param {"this" | "all"} [choice.which]
 * @param {import("../../www/out/save.js").Format} choice.format
 * @param {"utf16" | "chars" | "bytes"} [choice.unit]    where there is a choice
 */
export async function saved(page, { which, format, unit }) {
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  const dialog = page.locator("save-dialog dialog");
  await dialog.locator(`input[name=format][value=${format}]`).check();
  if (which !== undefined) await dialog.locator(`input[name=which][value=${which}]`).check();
  if (unit !== undefined) await dialog.locator(`input[name=unit][value=${unit}]`).check();
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Save" }).click()]);
  await dialog.waitFor({ state: "hidden" });
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/**
 * A folder of files that is gone after the test.
 *
 * @param {Context} context
 * @param {Record<string, string | Uint8Array>} files
 */
export function folder(context, files) {
  const path = mkdtempSync(join(tmpdir(), "rapporteur-"));
  context.after(async () => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    execFileSync("mkdir", ["-p", dirname(join(path, name))]);
    writeFileSync(join(path, name), content);
  }
  return path;
}

/**
 * What the program prints. RAPPORTEUR names another one than that of this tree.
 *
 * @param {string} cwd
 * @param {string[]} args
 */
export function program(cwd, args) {
  return execFileSync(built(), args, { cwd, maxBuffer: 1 << 30 });
}

/** @type {string | undefined} */
let binary;

function built() {
  if (process.env.RAPPORTEUR) return process.env.RAPPORTEUR;
  if (binary === undefined) {
    execFileSync("cargo", ["build", "--quiet", "--locked", "--bin", "rapporteur"], { cwd: ROOT, stdio: "inherit" });
    binary = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug/rapporteur");
  }
  return binary;
}

/** Texts with letters of one, two and four bytes, letters made of several, and letters from right to left. */
export const TEXTS = {
  "plain.txt":
    "Foreign Minister Ada Lind said the talks would resume on 4 May 2023. “We are ready,” she told reporters.\n\n" +
    "The ministry warned that the offer would lapse. Analysts say it may not.\n",
  "emoji.txt":
    "🕊️ Envoy Rosa Díaz 👩‍👩‍👧‍👦 said that “peace 🇪🇺 is near 🎉” on 3 March 2021.\r\n\r\nObservers 😀 said the 𝒯reaty was “dead”.\r\n",
  "arabic.txt":
    "The spokesman said: “لن نوقّع على الاتفاق” and left. Foreign Minister عبد الله said that talks would go on.\n\nقال الوزير إن المحادثات ستستأنف.\n",
  "combining.txt":
    "Minister Zoe\u0308 Nguye\u0302\u0303n said that “cafe\u0301 talks” had failed. Mr. Jose\u0301 warned that the ele\u0300ve pact was void.\n",
  "page.md":
    "# Two sides, one river\n\nThe president said on Tuesday that water would flow.\n\n- The union demanded more pay 💧.\n\n| Party | Demand |\n|---|---|\n| A | water |\n| B | time | extra |\n",
};
