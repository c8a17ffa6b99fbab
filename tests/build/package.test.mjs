// The package `rapporteur`, used as a stranger would: packed, installed into an empty folder, imported, its types checked.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { reportTypes } from "../../www/build/report-types.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PACKAGE = join(ROOT, "www/dist/npm");
const TSC = join(ROOT, "node_modules/.bin/tsc");
const folder = mkdtempSync(join(tmpdir(), "rapporteur-package-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/**
 * @param {string} program
 * @param {(string | string[])[]} args
 */
const run = (program, ...args) => execFileSync(program, args.flat(), { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/**
 * What a module prints.
 *
 * @param {string} code
 */
function runs(code) {
  writeFileSync(join(folder, "main.mjs"), code);
  return run(process.execPath, ["main.mjs"]);
}

/** @type {{ filename: string, files: { path: string }[] }} */
let packed;

before(() => {
  [packed] = JSON.parse(run("npm", ["pack", PACKAGE, "--json", "--silent"]));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "stranger", version: "1.0.0", type: "module" }));
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", packed.filename]);
});

test("the package holds what it needs and nothing else", () => {
  const parts = packed.files.map(({ path }) => path.replace(/part-\w+/, "part"));
  const expected = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "contract.json", "element.js", "index.js", "package.json", "part.js"];
  const types = ["types/embed/contract.d.ts", "types/npm/element.d.ts", "types/npm/index.d.ts", "types/npm/options.d.ts", "types/npm/report.d.ts", "types/npm/tags.d.ts"];
  assert.deepEqual([...new Set(parts)].sort(), [...expected, ...types]);
  const settings = JSON.parse(readFileSync(join(folder, "node_modules/rapporteur/package.json"), "utf8"));
  assert.equal(settings.dependencies, undefined);
  assert.equal(settings.version, readFileSync(join(ROOT, "Cargo.toml"), "utf8").match(/^version = "(.+)"$/m)?.[1]);
});

test("the recipe of EMBEDDING.md reads a text in Node", () => {
  const recipe = readFileSync(join(ROOT, "www/EMBEDDING.md"), "utf8").match(/^```js node\n([\s\S]*?)^```$/m)?.[1] ?? "";
  assert.match(runs(recipe), /^a1 role \[ \{ start: 23, end: 44 \} \]\n$/);
});

test("a string, bytes, a web page, Markdown: each is read, with the language model, offsets as JavaScript counts", () => {
  const printed = runs(`
    import { read, readAs, version } from "rapporteur";
    const text = "🕊️ Envoy Rosa Díaz said that peace was near.";
    const report = await read(text, { text: true });
    const [{ content: [{ start, end }], why }] = report.statements;
    const page = await read(new TextEncoder().encode("<!doctype html><html><body><article><p>The envoy said no.</p></article></body></html>"), { name: "a.html" });
    const markdown = await read("# Talks\\n\\nThe envoy said no.", { name: "a.md" });
    const csv = await readAs(text, "csv");
    const claims = JSON.parse(await readAs("Exports rose by 40 percent, the ministry said.", "claimreview"));
    const same = (await readAs(text, "json")) === (await readAs(new TextEncoder().encode(text), "json"));
    console.log(JSON.stringify({ version, words: text.slice(start, end), why, generator: report.generator, formats: [page, markdown].map((one) => one.document.format), csv: csv.split("\\n").length, claims: Object.keys(claims).length > 0, same }));
  `);
  const { version, words, why, generator, formats, csv, claims, same } = JSON.parse(printed);
  assert.equal(words, "peace was near");
  assert.match(why, /^(weights|rule .*weights)/, "the weights were asked");
  assert.equal(generator, `rapporteur ${version}`);
  assert.deepEqual(formats, ["html", "markdown"]);
  assert.deepEqual([csv, claims, same], [3, true, true]);
});

test("what cannot be read says so, and what can is read afterwards", () => {
  const printed = runs(`
    import { read, readAs } from "rapporteur";
    const codes = [];
    const failing = [
      () => read(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82)),
      () => read("x".repeat(100), { limit: 10 }),
      () => read("a", { date: "2022-02-31" }),
      () => readAs("a", "pdf"),
    ];
    for (const fail of failing) await fail().then(() => codes.push("read"), (error) => codes.push(error instanceof Error && error.code));
    codes.push((await read("")).statements.length, (await read("The minister said no.")).statements.length);
    console.log(JSON.stringify(codes));
  `);
  assert.deepEqual(JSON.parse(printed), ["not_text", "too_large", "wrong_option", "wrong_option", 0, 1]);
});

test("the types fit what a stranger writes, and refuse what is wrong", () => {
  writeFileSync(
    join(folder, "consumer.ts"),
    `
import { read, readAs, version, type Options, type Report } from "rapporteur";
import { RapporteurPanel, type PanelResult } from "rapporteur/element";

const options: Options = { name: "a.txt", date: "2024-02-05", offsets: "chars" };
const report: Report = await read(new Uint8Array(), options);
const grades: string[] = report.statements.map(({ grade }) => grade);
const start: number | undefined = report.statements[0]?.source?.start;
const lemma: string | null | undefined = report.tokens?.[0]?.lemma;
const csv: string = await readAs("a", "csv");
// @ts-expect-error: there is no such format
await readAs("a", "pdf");
// @ts-expect-error: there is no such unit
await read("a", { offsets: "lines" });
// @ts-expect-error: a report has no such field
report.opinion;

const panel = document.createElement("rapporteur-panel");
panel.documents = [{ name: "a.txt", text: "She said no." }];
panel.addEventListener("rapporteur-result", ({ detail }) => {
  const result: PanelResult = detail;
  console.log(result.statements, grades, start, lemma, csv, version);
});
await panel.ready;
const blob: Blob = await panel.export("json");
panel.restore(panel.save());
// @ts-expect-error: the panel has no such method
panel.upload(blob);
export const made: HTMLElement = new RapporteurPanel();
`,
  );
  const settings = ["--strict", "--noEmit", "--target", "es2022", "--lib", "es2023,dom,dom.iterable", "--types", ""];
  for (const module of [["--module", "nodenext"], ["--module", "esnext", "--moduleResolution", "bundler"]]) run(TSC, settings, module, ["consumer.ts"]);
});

test("the types of a report are those of the records", async () => {
  const written = readFileSync(join(folder, "node_modules/rapporteur/types/npm/report.d.ts"), "utf8");
  assert.equal(written, await reportTypes(), "run node www/build.mjs");
  // Every field of a report has its place in them.
  const fields = JSON.parse(runs(`import { read } from "rapporteur"; console.log(JSON.stringify(Object.keys(await read("She said no.", { tokens: true }))));`));
  const [, body] = written.match(/export interface Report \{\n([\s\S]*?)\n\}/) ?? [];
  const declared = [...(body ?? "").matchAll(/^ {2}(\w+)(\??):/gm)];
  assert.deepEqual(declared.filter(([, name, optional]) => optional === "" || fields.includes(name)).map(([, name]) => name), fields);
});
