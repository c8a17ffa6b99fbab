// Keeps the page's own files, so that it opens and reads without a network. Texts never come here.
//
// A newer page waits until the reader says so: open texts are never swept away.

/** Written in by build.mjs. */
/* global __KEPT__ */
const { version, core, later } = /** @type {{ version: string, core: string[], later: string[] }} */ (
  // @ts-expect-error: esbuild puts the list in
  __KEPT__
);

/**
 * @typedef {object} Scope
 * @property {{ matchAll(options?: object): Promise<{ postMessage(message: unknown): void }[]>, claim(): Promise<void> }} clients
 * @property {() => Promise<void>} skipWaiting
 * @property {(type: string, take: (event: any) => void) => void} addEventListener
 * @property {{ scope: string }} registration
 */
const scope = /** @type {Scope} */ (/** @type {unknown} */ (globalThis));

const NAME = `rapporteur-${version}`;

scope.addEventListener("install", (event) => event.waitUntil(keep(core)));

scope.addEventListener("activate", (event) => {
  event.waitUntil(inherit().then(removeOld).then(() => scope.clients.claim()));
});

scope.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(scope.skipWaiting());
  // What is only needed for some files comes when the page is up, not before.
  if (event.data === "complete?") event.waitUntil(keep(later).then(() => event.source.postMessage("complete")));
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope.registration.scope)) return;
  event.respondWith(answer(request));
});

/** A file whose name changes with its content: wherever it is found, it is the right one. */
const LASTING = /-[0-9a-f]{10}\./;

/**
 * Puts files into the cache that are not yet in it. What the page has just fetched, or an older page has kept, does not come again.
 *
 * @param {string[]} files
 */
async function keep(files) {
  const cache = await caches.open(NAME);
  const take = async (/** @type {string} */ file) => {
    if ((await cache.match(file)) !== undefined) return;
    const lasting = LASTING.test(file);
    const known = lasting ? await caches.match(file) : undefined;
    if (known === undefined) await cache.add(new Request(file, { cache: lasting ? "force-cache" : "no-cache" }));
    else await cache.put(file, known);
  };
  await Promise.all(files.map(take));
}

/** Takes what an older page has kept of the files that come later, before its cache is gone. */
async function inherit() {
  const cache = await caches.open(NAME);
  const take = async (/** @type {string} */ file) => {
    const known = await caches.match(file);
    if (known !== undefined) await cache.put(file, known);
  };
  await Promise.all(later.filter((file) => LASTING.test(file)).map(take));
}

async function removeOld() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("rapporteur-") && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(request.mode === "navigate" ? "./" : request, { ignoreSearch: request.mode === "navigate" });
  return kept ?? fetch(request);
}
