// Builds the package `rapporteur` into www/dist/npm: scripts that need nothing beside them, and their types.

import { execFileSync } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

import { VERSION, inlined } from "./inlined.mjs";
import { reportTypes } from "./report-types.mjs";
import { COMMON, DIST, WWW, report } from "./tools.mjs";

const PACKAGE = new URL("npm/", DIST);
const ROOT = new URL("../", WWW);

/** The types that the package's own refer to; all others stay here. */
const TYPES = ["npm/index.d.ts", "npm/element.d.ts", "npm/options.d.ts", "embed/contract.d.ts"];

export async function buildPackage() {
  await mkdir(PACKAGE, { recursive: true });
  await writeFile(new URL("npm/report.d.ts", WWW), await reportTypes());
  const [scripts] = await Promise.all([buildScripts(), buildTypes()]);
  const settings = JSON.parse(await readFile(new URL("npm/package.json", WWW), "utf8"));
  await writeFile(new URL("package.json", PACKAGE), `${JSON.stringify({ ...settings, version: VERSION }, null, 2)}\n`);
  await cp(new URL("npm/README.md", WWW), new URL("README.md", PACKAGE));
  await cp(new URL("embed/contract.json", WWW), new URL("contract.json", PACKAGE));
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) await cp(new URL(name, ROOT), new URL(name, PACKAGE));
  for (const { path, contents } of scripts) report(`npm/${path.split("/").pop()}`, [Buffer.from(contents)]);
}

async function buildScripts() {
  const { outputFiles = [] } = await build({
    ...COMMON,
    format: "esm",
    splitting: true,
    entryPoints: { index: "npm/index.js", element: "npm/element.js" },
    chunkNames: "part-[hash]",
    outdir: fileURLToPath(PACKAGE),
    plugins: [inlined()],
  });
  await Promise.all(outputFiles.map(({ path, contents }) => writeFile(path, contents)));
  return outputFiles;
}

async function buildTypes() {
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  execFileSync(process.execPath, [compiler, "-p", fileURLToPath(new URL("npm/tsconfig.json", WWW))], { stdio: "inherit" });
  const all = new URL("types/", DIST);
  const types = new URL("types/", PACKAGE);
  for (const file of TYPES) await cp(new URL(file, all), new URL(file, types));
  for (const file of ["report.d.ts", "tags.d.ts"]) await cp(new URL(`npm/${file}`, WWW), new URL(`npm/${file}`, types));
  const element = new URL("npm/element.d.ts", types);
  await writeFile(element, `/// <reference path="./tags.d.ts" />\n${await readFile(element, "utf8")}`);
  await rm(all, { recursive: true });
}
