// Builds what other people put on their pages: one script, with what was learned beside it, and a page for an iframe.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

import { VERSION, content, inlined } from "./inlined.mjs";
import { DIST, WWW, report, safeInScript, script, sha256 } from "./tools.mjs";

/** What a page may need of the script's name and fingerprint. */
export const SCRIPT = `rapporteur-${VERSION}.js`;
const LEARNED_SCRIPT = `rapporteur-${VERSION}.learned.js`;

export async function buildEmbed() {
  const learned = Buffer.from(safeInScript(`document.currentScript.dispatchEvent(new CustomEvent("rapporteur-learned",{detail:${JSON.stringify(await content("learned"))}}));`));
  await writeFile(new URL(LEARNED_SCRIPT, DIST), learned);

  const code = await script("embed/script.js", {
    format: "iife",
    // Two scripts on one page, of whatever versions: the first one is it, and the other does not even begin.
    banner: { js: `/* rapporteur ${VERSION} */if(!customElements.get("rapporteur-panel")){` },
    footer: { js: "}" },
    plugins: [inlined({ "learned-script": { name: LEARNED_SCRIPT, integrity: integrity(learned) } })],
  });
  await writeFile(new URL(SCRIPT, DIST), code);

  const frame = await buildFrame(code);
  const tag = `<script src="${SCRIPT}" integrity="${integrity(code)}" crossorigin="anonymous" defer></script>\n`;
  await writeFile(new URL(`${SCRIPT}.html`, DIST), tag);
  report(SCRIPT, [code]);
  report(LEARNED_SCRIPT, [learned]);
  report("embed.html", [frame]);
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

/** As the attribute `integrity` names it. @param {Uint8Array} bytes */
function integrity(bytes) {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}
