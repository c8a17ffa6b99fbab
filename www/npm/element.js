// The panel as a module: importing it defines `<rapporteur-panel>`, unless the page has one.

import { RapporteurPanel as Element } from "../elements/rapporteur-panel.js";
import { define } from "../elements/define.js";
import { hostOf } from "../engine/host-embed.js";
import { provide } from "../embed/engine.js";

/** @import { Panel } from "../embed/contract.js" */
/** @typedef {import("../embed/contract.js").Panel} RapporteurPanel */
/** @typedef {import("../embed/contract.js").PanelDocument} PanelDocument */
/** @typedef {import("../embed/contract.js").PanelEvents} PanelEvents */
/** @typedef {import("../embed/contract.js").PanelFormat} PanelFormat */
/** @typedef {import("../embed/contract.js").PanelResult} PanelResult */

const bring = async () => (await import("inlined:learned")).default;

provide((asked) => hostOf(bring, import.meta.url, asked));
define("rapporteur-panel", Element);

/** The class of the element; its `version` is that of the reader. */
export const RapporteurPanel = /** @type {{ new (): Panel, readonly version: string }} */ (/** @type {unknown} */ (customElements.get("rapporteur-panel")));
