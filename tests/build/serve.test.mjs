// The server of `make run` and of the browser tests.

import assert from "node:assert/strict";
import { mkdtemp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { serve } from "../../scripts/serve.mjs";

const base = await mkdtemp(join(tmpdir(), "rapporteur-serve-"));
const folder = join(base, "site");
await mkdir(join(folder, "sub"), { recursive: true });
await writeFile(join(folder, "index.html"), "<title>front</title>");
await writeFile(join(folder, "sub/index.html"), "<title>sub</title>");
await writeFile(join(folder, "a module.wasm"), "wasm");
await writeFile(join(base, "secret.txt"), "secret");
await symlink(join(base, "secret.txt"), join(folder, "link.txt"));
const site = await serve(folder, { headers: { "Content-Security-Policy": "default-src 'self'" } });
after(async () => {
  await site.close();
  await rm(base, { recursive: true });
});

/**
 * Asks for a path as it is written, which `fetch` would tidy.
 *
 * @param {string} path
 * @param {string} [method]
 * @returns {Promise<{ status: number, headers: import("node:http").IncomingHttpHeaders, body: string }>}
 */
function get(path, method = "GET") {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method }, (response) => {
      let body = "";
      response.on("data", (part) => (body += part));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.on("error", reject).end();
  });
}

test("a folder is answered with its index", async () => {
  assert.match((await get("/")).body, /front/);
  assert.match((await get("/sub/?view=list")).body, /sub/);
});

test("content types are right, and nothing is kept unasked", async () => {
  const { headers } = await get("/a%20module.wasm");
  assert.equal(headers["content-type"], "application/wasm");
  assert.equal(headers["cache-control"], "no-cache");
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal(headers["content-security-policy"], "default-src 'self'");
});

test("nothing outside of the folder is served", async () => {
  for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/link.txt", "/%00", "/%"]) {
    const { status, body } = await get(path);
    assert.equal(status, 404, path);
    assert.ok(!body.includes("secret"));
  }
});

test("nothing can be sent to it", async () => {
  assert.equal((await get("/", "POST")).status, 405);
});

test("it listens on this machine only and remembers what was asked for", async () => {
  assert.equal(new URL(site.url).hostname, "127.0.0.1");
  const before = site.requests.length;
  await get("/missing");
  assert.deepEqual(site.requests.slice(before), ["/missing"]);
});
