// Finds the Chromium that the tests of the page run in.
//
//   node scripts/chromium.mjs              prints where it is
//   node scripts/chromium.mjs --install    installs Debian's where there is none and that is possible

import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC_APPS = [
  "Chromium.app/Contents/MacOS/Chromium",
  "Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The program's path: what CHROME names, else the first of the usual ones; null where there is none.
 *
 * @returns {string | null}
 */
export function findChromium() {
  if (process.env.CHROME) {
    if (isProgram(process.env.CHROME)) return process.env.CHROME;
    throw new Error(`CHROME names ${process.env.CHROME}, which is not a program`);
  }
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      MAC_APPS.map((app) => join(folder, app)),
    ),
  ];
  return candidates.find(isProgram) ?? null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install() {
  const steps = [
    ["apt-get", "update", "-q"],
    ["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"],
  ];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const [program, ...args] of steps) {
    const { status } = spawnSync(program, args, { stdio: "inherit", env });
    if (status !== 0) throw new Error(`\`${[program, ...args].join(" ")}\` failed`);
  }
}

/** @param {string[]} args */
function main(args) {
  let found = findChromium();
  if (found === null && args.includes("--install")) {
    const isRoot = process.getuid?.() === 0;
    if (isRoot && isProgram("/usr/bin/apt-get")) {
      install();
      found = findChromium();
    }
  }
  if (found === null) {
    throw new Error(
      "no Chromium for the tests of the page: install it (`sudo apt-get install chromium`, or Chrome from " +
        "google.com/chrome), or name one with `CHROME=/path/to/chrome make test`",
    );
  }
  console.log(found);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(`chromium: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
