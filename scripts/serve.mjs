// A small server of static files, for `make run` and for the tests of the page.
//
//   node scripts/serve.mjs FOLDER [--port 8080]
//
// It listens on this machine only. Browsers ask anew for each file, so that a rebuilt page is what shows.

import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

const HOST = "127.0.0.1";

/** What a file is, by the ending of its name. @type {Record<string, string>} */
export const CONTENT_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
};

/**
 * @typedef {object} Site
 * @property {string} url                 ends with a slash
 * @property {string[]} requests          the paths asked for so far, in order
 * @property {() => Promise<void>} close
 */

/**
 * Serves a folder until closed.
 *
 * @param {string} folder
 * @param {object} [options]
 * @param {number} [options.port]                      0, the default, takes any free one
 * @param {Record<string, string>} [options.headers]   sent with every answer, for instance a policy to test under
 * @returns {Promise<Site>}
 */
export async function serve(folder, { port = 0, headers = {} } = {}) {
  const root = await realpath(folder);
  /** @type {string[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    requests.push(path);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const file = await fileAt(root, path);
    if (file === null) {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
      return;
    }
    response.writeHead(200, {
      "Content-Type": CONTENT_TYPES[extname(file.path)] ?? "application/octet-stream",
      "Content-Length": file.size,
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file.path).on("error", () => response.destroy()).pipe(response);
  });
  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, HOST, () => done(undefined));
  });
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://${HOST}:${address.port}/`,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * The file that a path stands for; null where there is none, or where it lies outside of the folder.
 *
 * @param {string} root
 * @param {string} path
 */
async function fileAt(root, path) {
  try {
    const { pathname } = new URL(path, "http://localhost/");
    const wanted = resolve(join(root, decodeURIComponent(pathname)));
    const found = await realpath((await stat(wanted)).isDirectory() ? join(wanted, "index.html") : wanted);
    const { size } = await stat(found);
    return found.startsWith(root + sep) ? { path: found, size } : null;
  } catch {
    return null;
  }
}

/** @param {string[]} args */
async function main(args) {
  const flag = args.indexOf("--port");
  const asked = flag === -1 ? undefined : args.splice(flag, 2)[1];
  const port = Number(asked ?? 8080);
  const [folder] = args;
  if (folder === undefined || !Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error("usage: node scripts/serve.mjs FOLDER [--port 8080]");
  }
  await stat(folder).catch(() => {
    throw new Error(`${folder} is missing: run \`make build\` first`);
  });
  const site = await serve(folder, { port }).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new Error(`port ${port} is taken: choose another one, as in \`make run PORT=${port + 1}\``);
  });
  console.log(`\n  rapporteur is at ${site.url}\n\n  Ctrl+C ends it.`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => site.close());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(process.argv.slice(2)).catch((error) => {
    console.error(`serve: ${error.message}`);
    process.exitCode = 1;
  });
}
