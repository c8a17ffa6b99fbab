// wasm-pack.toml says how the page's modules are built; Cargo.toml and tools/Cargo.toml must agree with it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";

import { parseFlavours, readFlavours } from "../../scripts/flavours.mjs";

const ROOT = new URL("../../", import.meta.url);

/** @param {string} path */
const read = (path) => readFile(new URL(path, ROOT), "utf8");

/** @param {string} path */
const toml = async (path) => /** @type {any} */ (parse(await read(path)));

const flavours = await readFlavours(new URL("wasm-pack.toml", ROOT));
const cargo = await toml("Cargo.toml");

test("the first line says whose file it is", async () => {
  const [first] = (await read("wasm-pack.toml")).split("\n");
  assert.match(first, /^# .*own file.*wasm-pack itself does not read it/);
});

test("there is a module that the page loads first, without the heavier readers", () => {
  assert.equal(flavours[0].name, "reader");
  assert.deepEqual(flavours[0].features, []);
  assert.equal(flavours[0].defaultFeatures, false);
});

for (const flavour of flavours) {
  test(`${flavour.name}: every feature is one of Cargo.toml`, () => {
    for (const feature of flavour.features) {
      assert.ok(feature in cargo.features, `Cargo.toml has no feature "${feature}"`);
    }
  });

  test(`${flavour.name}: the program's feature stays out of the page`, () => {
    const built = [...flavour.features, ...(flavour.defaultFeatures ? cargo.features.default : [])];
    assert.ok(!built.includes("cli"));
  });

  test(`${flavour.name}: git ignores the folder it is put in`, (context) => {
    const args = ["check-ignore", "--quiet", `${flavour.outDir}/rapporteur.js`];
    const { status } = spawnSync("git", args, { cwd: fileURLToPath(ROOT) });
    if (status === 0 || status === 1) assert.equal(status, 0);
    else context.skip("not a git repository");
  });
}

test("no two modules share a folder", () => {
  assert.equal(new Set(flavours.map((flavour) => flavour.outDir)).size, flavours.length);
});

test("wasm-bindgen and its program are of one release", async () => {
  const library = cargo.target['cfg(target_arch = "wasm32")'].dependencies["wasm-bindgen"];
  const pin = typeof library === "string" ? library : library.version;
  const tools = await toml("tools/Cargo.toml");
  assert.match(pin, /^=\d+\.\d+\.\d+$/);
  assert.equal(tools.dependencies["wasm-bindgen-cli"].version, pin);
  assert.equal(`=${tools.package.version}`, pin);

  const locks = await Promise.all(["Cargo.lock", "tools/Cargo.lock"].map(toml));
  for (const lock of locks) {
    const locked = lock.package.filter((/** @type {any} */ entry) => entry.name === "wasm-bindgen");
    assert.deepEqual(locked.map((/** @type {any} */ entry) => `=${entry.version}`), [pin]);
  }
});

test("wasm-pack calls no wasm-opt of its own finding", () => {
  const profiles = cargo.package.metadata["wasm-pack"].profile;
  assert.equal(profiles.release["wasm-opt"], false);
  for (const profile of Object.values(profiles)) assert.ok(!(profile["wasm-opt"] ?? false));
});

test("the library is compiled as a module", () => {
  assert.ok(cargo.lib["crate-type"].includes("cdylib"));
});

test("a mistake in the file is named with its place", () => {
  const lines = ["[flavour.a]", 'target = "web"', 'out-dir = "a"', "features = [1]"];
  assert.throws(() => parseFlavours(lines.join("\n")), /flavour\.a\.features must be a list of strings/);
  assert.throws(() => parseFlavours('[flavour.a]\noutdir = "a"'), /flavour\.a\.outdir is none of/);
  assert.throws(() => parseFlavours(""), /flavour must be a table/);
});
