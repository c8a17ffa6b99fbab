// Finds the browsers that the tests of the page run in.
//
//   node scripts/browsers.mjs [chromium] [firefox]              prints where they are
//   node scripts/browsers.mjs [chromium] [firefox] --install    installs Debian's where one is missing and that is possible

import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @typedef {object} Browser
 * @property {string} variable     the variable of the environment that names another program
 * @property {string[]} names      of the program
 * @property {string[]} apps       where macOS keeps it, below the folder of applications
 * @property {string} package      Debian's
 * @property {string} elsewhere    where others get it
 */

/** @type {Record<"chromium" | "firefox", Browser>} */
const BROWSERS = {
  chromium: {
    variable: "CHROME",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    apps: ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"],
    package: "chromium",
    elsewhere: "Chrome from google.com/chrome",
  },
  firefox: {
    variable: "FIREFOX",
    names: ["firefox-esr", "firefox"],
    apps: ["Firefox.app/Contents/MacOS/firefox"],
    package: "firefox-esr",
    elsewhere: "Firefox from mozilla.org/firefox",
  },
};

/**
 * The program's path: what its variable names, else the first of the usual ones; null where there is none.
 *
 * @param {keyof typeof BROWSERS} name
 * @returns {string | null}
 */
export function findBrowser(name) {
  const { variable, names, apps } = BROWSERS[name];
  const named = process.env[variable];
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`${variable} names ${named}, which is not a program`);
  }
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
  const candidates = [
    ...names.flatMap((program) => folders.map((folder) => join(folder, program))),
    ...["/Applications", join(homedir(), "Applications")].flatMap((folder) => apps.map((app) => join(folder, app))),
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

/** @param {Browser} browser */
function install(browser) {
  const steps = [
    ["apt-get", "update", "-q"],
    ["apt-get", "install", "-q", "-y", "--no-install-recommends", browser.package],
  ];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const [program, ...args] of steps) {
    const { status } = spawnSync(program, args, { stdio: "inherit", env });
    if (status !== 0) throw new Error(`\`${[program, ...args].join(" ")}\` failed`);
  }
}

/** @param {string[]} args */
function main(args) {
  const mayInstall = args.includes("--install") && process.getuid?.() === 0 && isProgram("/usr/bin/apt-get");
  for (const name of /** @type {const} */ (["chromium", "firefox"])) {
    if (!args.includes(name)) continue;
    const browser = BROWSERS[name];
    if (mayInstall && findBrowser(name) === null) install(browser);
    const found = findBrowser(name);
    if (found === null) {
      throw new Error(
        `no ${name} for the tests of the page: install it (\`sudo apt-get install ${browser.package}\`, or ${browser.elsewhere}), ` +
          `or name one with \`${browser.variable}=/path/to/${name} make test\``,
      );
    }
    console.log(found);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(`browsers: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
