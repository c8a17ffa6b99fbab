// Builds what other people put on their pages: one script, with what was learned beside it, and a page for an iframe.

import { readFile, writeFile } from "node:fs/promises";

import { MODULE, VERSION, content, inlined, integrity } from "./inlined.mjs";
import { DIST, WWW, report, safeInScript, script, sha256, wasm } from "./tools.mjs";

/** What a page may need of the script's name and fingerprint. */
export const SCRIPT = `rapporteur-${VERSION}.js`;
const LIGHT_SCRIPT = `rapporteur-${VERSION}.light.js`;
const LEARNED_SCRIPT = `rapporteur-${VERSION}.learned.js`;

export async function buildEmbed() {
  const learned = Buffer.from(safeInScript(`document.currentScript.dispatchEvent(new CustomEvent("rapporteur-learned",{detail:${JSON.stringify(await content("learned"))}}));`));
  await writeFile(new URL(LEARNED_SCRIPT, DIST), learned);

  const learnedScript = { name: LEARNED_SCRIPT, integrity: integrity(learned) };
  const code = await buildScript({ "learned-script": learnedScript });
  await writeFile(new URL(SCRIPT, DIST), code);
  // The same without the module, which pages host beside it or where `wasm-src` says.
  const light = await buildScript({ "learned-script": learnedScript, module: "" });
  await writeFile(new URL(LIGHT_SCRIPT, DIST), light);
  const module = await wasm("reader-html");
  await writeFile(new URL(MODULE, DIST), module);

  const frame = await buildFrame(code);
  for (const [name, bytes] of /** @type {const} */ ([[SCRIPT, code], [LIGHT_SCRIPT, light]])) {
    const tag = `<script src="${name}" integrity="${integrity(bytes)}" crossorigin="anonymous" defer></script>\n`;
    await writeFile(new URL(`${name}.html`, DIST), tag);
    report(name, [bytes]);
  }
  report(MODULE, [module]);
  report(LEARNED_SCRIPT, [learned]);
  report("embed.html", [frame]);
}

/** @param {Record<string, unknown>} inside    what of it differs */
function buildScript(inside) {
  return script("embed/script.js", {
    format: "iife",
    // Two scripts on one page, of whatever versions: the first one is it, and the other does not even begin.
    banner: { js: `/* rapporteur ${VERSION} */if(!customElements.get("rapporteur-panel")){` },
    footer: { js: "}" },
    plugins: [inlined(inside)],
  });
}

/** @param {Buffer} code    the script that the page uses */
async function buildFrame(code) {
  const style = "html,body{height:100%;margin:0}rapporteur-panel{--rapporteur-height:100vh}";
  const frame = safeInScript((await script("embed/frame.js", { format: "esm" })).toString());
  const policy = [
    "default-src 'none'",
    `script-src 'self' '${sha256(frame)}' 'wasm-unsafe-eval'`,
    "worker-src blob:",
    `style-src '${sha256(style)}'`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types rapporteur lit-html",
  ];
  /** @type {Record<string, string>} */
  const values = { policy: policy.join("; "), style, script: SCRIPT, integrity: integrity(code), frame };
  const html = (await readFile(new URL("embed/frame.html", WWW), "utf8")).replace(/\{(\w+)\}/g, (_, name) => values[name]);
  await writeFile(new URL("embed.html", DIST), html);
  return Buffer.from(html);
}
