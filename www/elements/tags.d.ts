// Which class an element's name stands for.

import type { LiveRegion } from "./live-region.js";
import type { NoticeBar } from "./notice-bar.js";
import type { RapporteurApp } from "./rapporteur-app.js";

declare global {
  interface HTMLElementTagNameMap {
    "live-region": LiveRegion;
    "notice-bar": NoticeBar;
    "rapporteur-app": RapporteurApp;
  }
}
