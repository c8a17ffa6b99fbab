// Compiles the library for the page, once for each flavour of wasm-pack.toml.
//
//   node scripts/build-wasm.mjs [--dev] [FLAVOUR...]
//
// A flavour is left alone while all that went into it is what it was. (cargo alone would link anew each
// time: the flavours take turns at one file in its folder.) `--dev` compiles without optimisation.

import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { access, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { readFlavours } from "./flavours.mjs";

/** @import { Flavour } from "./flavours.mjs" */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TOOLS = join(ROOT, "tools/target/debug");
const WASM_OPT = join(ROOT, "node_modules/binaryen/bin/wasm-opt");
const TARGET = resolve(ROOT, process.env.CARGO_TARGET_DIR ?? "target");
/** The file beside a module that says what it was built from. */
const RECORD = "built-from.json";

await main(process.argv.slice(2)).catch((error) => {
  console.error(`build-wasm: ${error.message}`);
  process.exitCode = 1;
});

/** @param {string[]} args */
async function main(args) {
  const dev = args.includes("--dev");
  const wanted = args.filter((arg) => arg !== "--dev");
  const all = await readFlavours(new URL("../wasm-pack.toml", import.meta.url));
  for (const name of wanted) {
    if (!all.some((flavour) => flavour.name === name)) {
      throw new Error(`wasm-pack.toml has no flavour "${name}"`);
    }
  }
  await present(join(TOOLS, "wasm-pack"), "run `make tools` first");
  await present(WASM_OPT, "run `npm ci` first");

  const rustc = execFileSync("rustc", ["--version", "--verbose"], { encoding: "utf8" });

  // One compilation at a time, since they share cargo's folder; wasm-opt runs beside the next one.
  const finishing = [];
  for (const flavour of all) {
    if (wanted.length > 0 && !wanted.includes(flavour.name)) continue;
    const settings = JSON.stringify([flavour, dev, rustflags(flavour), rustc]);
    if (await isCurrent(flavour, settings)) {
      console.log(`${flavour.name}: up to date`);
      continue;
    }
    const start = Date.now();
    const raw = await compile(flavour, dev);
    const sources = await sourcesOf(dev);
    // A file saved meanwhile may or may not be in the module: then it does not count as current.
    const settled = (await lastChange(sources)) < start;
    const built = { sources, digest: settled ? await digest(settings, sources) : "" };
    const finished = finish(flavour, raw, dev, built);
    finished.catch(() => {}); // looked at below, after the other compilations
    finishing.push(finished);
  }
  await Promise.all(finishing);
}

/**
 * The folder with what wasm-pack made of a flavour.
 *
 * @param {Flavour} flavour
 * @param {boolean} dev
 */
async function compile(flavour, dev) {
  const raw = join(TARGET, "wasm-flavours", dev ? `${flavour.name}-dev` : flavour.name);
  const features = [
    ...(flavour.defaultFeatures ? [] : ["--no-default-features"]),
    ...(flavour.features.length > 0 ? ["--features", flavour.features.join(",")] : []),
  ];
  await run(
    join(TOOLS, "wasm-pack"),
    [
      ...["--log-level", "warn", "build", ROOT, dev ? "--dev" : "--release", "--target", flavour.target],
      ...["--out-dir", raw, "--mode", "no-install", "--no-pack", "--", "--locked", ...features],
    ],
    {
      ...process.env,
      // wasm-pack takes the wasm-bindgen that it finds first.
      PATH: [TOOLS, process.env.PATH].join(delimiter),
      CARGO_ENCODED_RUSTFLAGS: rustflags(flavour).join("\x1f"),
      // Stripped by rustc, a module no longer says which features of WebAssembly it uses, and
      // wasm-bindgen then guesses. wasm-opt leaves out the names afterwards.
      CARGO_PROFILE_RELEASE_STRIP: "none",
    },
  );
  return raw;
}

/**
 * What rustc is told besides: the flavour's own, the caller's, and short names for the folders of this
 * machine, so that they stay out of the module and every machine makes the same one.
 *
 * @param {Flavour} flavour
 */
function rustflags(flavour) {
  const cargoHome = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const callers = (process.env.RUSTFLAGS ?? "").split(" ").filter((flag) => flag !== "");
  return [
    ...flavour.rustflags,
    ...callers,
    `--remap-path-prefix=${cargoHome}=/cargo`,
    `--remap-path-prefix=${ROOT.replace(/[\\/]$/, "")}=/rapporteur`,
  ];
}

/**
 * @typedef {object} Built
 * @property {string[]} sources   files and folders, from the root of the repository
 * @property {string} digest      of their contents and of all settings
 */

/**
 * Whether the module on disk was built from what is there now.
 *
 * @param {Flavour} flavour
 * @param {string} settings
 */
async function isCurrent(flavour, settings) {
  try {
    const text = await readFile(join(ROOT, flavour.outDir, RECORD), "utf8");
    const built = /** @type {Built} */ (JSON.parse(text));
    return built.digest === (await digest(settings, built.sources));
  } catch {
    return false; // no module yet, or one of its sources is gone
  }
}

/**
 * What the last compilation read, as cargo has noted it, and what decides how it was done. Not what build.rs made on the way: that
 * follows from the rest, and is younger than the compilation's start.
 *
 * @param {boolean} dev
 * @returns {Promise<string[]>}
 */
async function sourcesOf(dev) {
  const folder = join(TARGET, "wasm32-unknown-unknown", dev ? "debug" : "release");
  const note = await readFile(join(folder, "rapporteur.d"), "utf8");
  const files = note
    .slice(note.indexOf(": ") + 2)
    .trim()
    .split(/(?<!\\) /)
    .map((file) => resolve(ROOT, file.replaceAll("\\ ", " ")))
    .filter((file) => !file.startsWith(join(TARGET, "/")))
    .map((file) => relative(ROOT, file));
  const settings = ["Cargo.toml", "Cargo.lock", "src", "tools/Cargo.lock", "package-lock.json"];
  return [...new Set([...files, ...settings])].sort();
}

/**
 * @param {string} settings
 * @param {string[]} sources
 */
async function digest(settings, sources) {
  const hash = createHash("sha256").update(settings);
  for (const source of sources) {
    for (const file of await filesIn(source)) {
      hash.update(`\0${file}\0`).update(await readFile(join(ROOT, file)));
    }
  }
  return hash.digest("hex");
}

/**
 * When the youngest of the sources was written, in milliseconds.
 *
 * @param {string[]} sources
 */
async function lastChange(sources) {
  const files = (await Promise.all(sources.map(filesIn))).flat();
  const stats = await Promise.all(files.map((file) => stat(join(ROOT, file))));
  return Math.max(...stats.map(({ mtimeMs }) => mtimeMs));
}

/**
 * A file itself, or all files of a folder (a build script may watch whole folders).
 *
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function filesIn(path) {
  if (!(await stat(join(ROOT, path))).isDirectory()) return [path];
  const entries = await readdir(join(ROOT, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * Optimises what wasm-pack made and puts it where the page looks for it, all files or none.
 *
 * @param {Flavour} flavour
 * @param {string} raw
 * @param {boolean} dev
 * @param {Built} built
 */
async function finish(flavour, raw, dev, built) {
  const out = join(ROOT, flavour.outDir);
  const next = `${out}.next`;
  const flags = dev ? [] : flavour.wasmOpt;
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  const sizes = [];
  for (const name of await readdir(raw)) {
    if (!/\.(wasm|js|ts)$/.test(name)) continue;
    await cp(join(raw, name), join(next, name));
    if (!name.endsWith(".wasm")) continue;
    sizes.push((await readFile(join(raw, name))).length);
    if (flags.length === 0) continue;
    // npm's, by its full name: never one that happens to be installed on the machine.
    await run(process.execPath, [WASM_OPT, ...flags, join(raw, name), "-o", join(next, name)], process.env);
    sizes.push((await readFile(join(next, name))).length);
  }
  await writeFile(join(next, RECORD), JSON.stringify(built, null, 2));
  await rm(out, { recursive: true, force: true });
  await rename(next, out);
  const size = sizes.map((bytes) => bytes.toLocaleString("en")).join(" -> ");
  console.log(`${flavour.name}: ${flavour.outDir}, ${size} bytes of wasm`);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 */
function run(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: "inherit" });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`\`${[program, ...args].join(" ")}\` ended with ${signal ?? code}`));
    });
  });
}

/**
 * @param {string} file
 * @param {string} way
 */
async function present(file, way) {
  await access(file).catch(() => {
    throw new Error(`${file} is missing: ${way}`);
  });
}
