// The element by its name, for `document.createElement` and its like.

import type { Panel, PanelEvents } from "../embed/contract.js";

declare global {
  interface HTMLElementTagNameMap {
    "rapporteur-panel": Panel;
  }
  interface HTMLElementEventMap {
    "rapporteur-ready": CustomEvent<PanelEvents["rapporteur-ready"]>;
    "rapporteur-progress": CustomEvent<PanelEvents["rapporteur-progress"]>;
    "rapporteur-result": CustomEvent<PanelEvents["rapporteur-result"]>;
    "rapporteur-select": CustomEvent<PanelEvents["rapporteur-select"]>;
    "rapporteur-error": CustomEvent<PanelEvents["rapporteur-error"]>;
  }
}
