// Builds the page from www/, after the compiled modules are in www/pkg:
//
//   www/dist/site/            to be served: hashed files, the language model among them, and a service worker
//   www/dist/rapporteur.html  the same as one file, to be opened from disk
//   www/dist/embed/           panels for other people's pages: one script, and a page for an iframe (EMBEDDING.md)
//   www/dist/npm/             the package `rapporteur`
//
//   node www/build.mjs

import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";

import { buildEmbed } from "./build/embed.mjs";
import { buildPackage } from "./build/package.mjs";
import { DIST, LOCALES, WWW, css, hash, locale, pack, packedModel, report, safeInScript, script, sha256, sizes, wasm } from "./build/tools.mjs";
import { LEARNED } from "./engine/learned.js";

const SITE = new URL("site/", DIST);

await rm(DIST, { recursive: true, force: true });
await mkdir(SITE, { recursive: true });
await buildSite();
await buildSingle();
await buildEmbed();
await buildPackage();
await sizes();

async function buildSite() {
  /** What the page needs at once, as [name, size]. @type {Map<string, Buffer>} */
  const files = new Map();
  const add = async (/** @type {string} */ stem, /** @type {string} */ ending, /** @type {Uint8Array} */ bytes) => {
    const name = `${stem}-${hash(bytes)}.${ending}`;
    await writeFile(new URL(name, SITE), bytes);
    files.set(name, Buffer.from(bytes));
    return name;
  };
  const reader = await add("reader", "wasm", await wasm("reader"));
  const readerHtml = await add("reader-html", "wasm", await wasm("reader-html"));
  const worker = await add("worker", "js", await script("engine/worker.js", { format: "esm" }));
  const glue = await add("glue", "js", await script("engine/glue.js", { format: "esm" }));
  /** @type {Record<string, { name: string, bytes: number }>} */
  const learned = {};
  for (const file of LEARNED) {
    const bytes = await packedModel(file);
    const [stem, ending] = file.split(".");
    learned[file] = { name: await add(stem, `${ending}.gz`, bytes), bytes: bytes.length };
  }
  const names = { worker, glue, reader, "reader-html": readerHtml, learned };
  /** @type {Record<string, string>} */
  const locales = {};
  for (const language of LOCALES) locales[language] = await add(language, "json", await locale(language));
  const define = { __FILES__: JSON.stringify(names), __LOCALES__: JSON.stringify(locales) };
  const app = await add("app", "js", await script("app.js", { format: "esm", define }));
  const style = await add("page", "css", await css());
  for (const name of ["app.webmanifest", "icon.svg"]) {
    await cp(new URL(name, WWW), new URL(name, SITE));
    files.set(name, await readFile(new URL(name, WWW)));
  }

  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types rapporteur lit-html",
  ];
  const head = [
    `<link rel="stylesheet" href="${style}" />`,
    `<link rel="icon" href="icon.svg" />`,
    `<link rel="manifest" href="app.webmanifest" />`,
    `<link rel="modulepreload" href="${app}" />`,
    `<link rel="preload" href="${reader}" as="fetch" type="application/wasm" crossorigin />`,
  ];
  const html = await page(policy, head, [`<script type="module" src="${app}"></script>`]);
  await writeFile(new URL("index.html", SITE), html);

  // The page for when no worker can be started brings its own glue then; most never need it, and most stay with one language.
  const later = [readerHtml, glue, ...Object.values(locales)];
  const core = ["./", ...[...files.keys()].filter((name) => !later.includes(name))];
  const version = hash(Buffer.from([html, ...files.keys()].join("\n")));
  const kept = JSON.stringify({ version, core, later });
  await writeFile(new URL("sw.js", SITE), await script("sw.js", { format: "iife", define: { __KEPT__: kept } }));

  files.set("index.html", Buffer.from(html));
  const models = Object.values(learned).map(({ name }) => name);
  report("site, until it is ready", [...files].filter(([name]) => ![...later, ...models].includes(name)).map(([, bytes]) => bytes));
  report("site, the language model after that", models.map((name) => files.get(name) ?? Buffer.alloc(0)));
  for (const name of Object.values(locales)) report(`site, in another language (${name})`, [files.get(name) ?? Buffer.alloc(0)]);
  report("site, for web pages besides", [files.get(readerHtml) ?? Buffer.alloc(0)]);
}

async function buildSingle() {
  const app = await script("single.js", { format: "iife" });
  const worker = await script("engine/worker-single.js", { format: "iife" });
  const module = pack(await wasm("reader-html")).toString("base64");
  const style = await css();
  const icon = (await readFile(new URL("icon.svg", WWW), "utf8")).replace(/\s+/g, " ");
  const code = safeInScript(app.toString());

  const policy = [
    "default-src 'none'",
    `script-src '${sha256(code)}' 'wasm-unsafe-eval'`,
    "worker-src blob:",
    `style-src '${sha256(style.toString())}'`,
    "img-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types rapporteur lit-html",
  ];
  const head = [
    `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}" />`,
    `<style>${style}</style>`,
    `<script type="text/plain" id="worker">${safeInScript(worker.toString())}</script>`,
    `<script type="text/plain" id="module">${module}</script>`,
  ];
  for (const file of LEARNED) {
    head.push(`<script type="text/plain" id="${file}">${(await packedModel(file)).toString("base64")}</script>`);
  }
  const html = await page(policy, head, [`<script>${code}</script>`]);
  await writeFile(new URL("rapporteur.html", DIST), html);
  await writeFile(new URL("rapporteur.html.sha256", DIST), `${createHash("sha256").update(html).digest("hex")}  rapporteur.html\n`);
  report("rapporteur.html", [Buffer.from(html)]);
}

/**
 * @param {string[]} policy
 * @param {string[]} head
 * @param {string[]} body
 */
async function page(policy, head, body) {
  const html = await readFile(new URL("index.html", WWW), "utf8");
  // Functions, since `$` in the scripts would mean something in a string.
  return html
    .replace("{policy}", () => policy.join("; "))
    .replace("<!-- head -->", () => head.join("\n    "))
    .replace("<!-- body -->", () => body.join("\n    "));
}
