// Entry of the page for an iframe: a panel, filled by messages of the page around it.
//
// Which pages may send is an allow list of origins: in the attribute `data-origins` of this page, for who serves a copy of their own,
// else in its address. A page that names itself there gets nothing but what it has given. Without a list no message is taken or
// sent, and the panel takes what its reader drops; with one, the reader cannot drop, so that no text of theirs is told on.

/** @import { Panel, PanelDocument, PanelFormat } from "./contract.js" */
/**
 * What comes in.
 *
 * @typedef {{ id: "rapporteur-documents", documents: PanelDocument[] }
 *   | { id: "rapporteur-view", view: string }
 *   | { id: "rapporteur-export", format: PanelFormat, call?: unknown }} Message
 */

/** What of the panel's events goes out, its name as `id`. */
const TOLD = ["rapporteur-ready", "rapporteur-progress", "rapporteur-result", "rapporteur-select", "rapporteur-error"];

const settings = new URLSearchParams(location.hash.slice(1));
const allowed = allowList();
const panel = /** @type {Panel} */ (document.createElement("rapporteur-panel"));
for (const name of ["view", "theme", "lang"]) {
  const value = settings.get(name);
  if (value !== null) panel.setAttribute(name, value);
}
// The language of this page says nothing of its reader: without one in the address, the browser does.
if (!panel.hasAttribute("lang")) panel.setAttribute("lang", "");
panel.setAttribute("loading", "eager");
if (allowed.length > 0) {
  panel.setAttribute("no-drop", "");
  listen();
}
document.body.append(panel);
if (allowed.length > 0) answer({ id: "rapporteur-listening" });

/** The origins that may send: those of the address, of them only those of the attribute where there is one. */
function allowList() {
  const pinned = document.documentElement.dataset.origins;
  const asked = settings.get("origins");
  const list = origins(asked ?? pinned ?? "");
  return pinned === undefined ? list : list.filter((origin) => origins(pinned).includes(origin));
}

/** @param {string} list */
function origins(list) {
  return list.split(/[\s,]+/).flatMap((address) => {
    if (address === "") return [];
    const origin = URL.canParse(address) ? new URL(address).origin : "null";
    if (origin !== "null") return [origin];
    console.warn(`rapporteur: ${address} is no origin, such as https://example.org`);
    return [];
  });
}

function listen() {
  /** @type {Set<string>} */
  const foreign = new Set();
  addEventListener("message", (event) => {
    if (!String(event.data?.id).startsWith("rapporteur-")) return;
    if (event.source === parent && allowed.includes(event.origin)) return void take(event.data);
    if (foreign.has(event.origin)) return;
    foreign.add(event.origin);
    console.warn(`rapporteur: messages from ${event.origin} are ignored; it is not one of ${allowed.join(", ")}`);
  });
  for (const id of TOLD) panel.addEventListener(id, (event) => answer({ id, detail: /** @type {CustomEvent} */ (event).detail }));
}

/** @param {Message} message */
async function take(message) {
  switch (message.id) {
    case "rapporteur-documents":
      if (Array.isArray(message.documents)) panel.documents = message.documents;
      break;
    case "rapporteur-view":
      panel.setAttribute("view", String(message.view));
      break;
    case "rapporteur-export": {
      const { format, call } = message;
      const exported = await panel.export(format).then(
        async (blob) => ({ text: await blob.text() }),
        (error) => ({ error: String(error) }),
      );
      answer({ id: "rapporteur-export", call, format, ...exported });
    }
  }
}

/** Only a page of these origins gets it: the browser sees to that. @param {object} message */
function answer(message) {
  if (parent === window) return;
  // Where the browser says who is around, the others need not be tried.
  const around = location.ancestorOrigins?.[0];
  for (const origin of allowed) if (around === undefined || around === origin) parent.postMessage(message, origin);
}
