// Entry of the script for other people's pages. What was learned is a second script beside it, fetched when the first panel needs it.

import learned from "inlined:learned-script";
import { RapporteurPanel } from "../elements/rapporteur-panel.js";
import { define } from "../elements/define.js";
import { hostOf } from "../engine/host-embed.js";
import { scriptUrl } from "../engine/trusted.js";
import { provide } from "./engine.js";

/** @import { Learned } from "../engine/host-embed.js" */

/** Ourselves, as long as this runs. */
const own = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const { src = "", nonce = "" } = own ?? {};

provide((asked) => hostOf(bring, src, asked));
define("rapporteur-panel", RapporteurPanel);

/**
 * A script again, since a policy that let ours in lets it in too. Its fingerprint is in ours: who vouches for the one vouches for both.
 *
 * @returns {Promise<Learned>}
 */
function bring() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("rapporteur-learned", (event) => resolve(/** @type {CustomEvent<Learned>} */ (event).detail));
    script.addEventListener("load", () => script.remove());
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`${learned.name} is not beside the script, is refused by the page's policy, or is not that of this version`));
    });
    script.crossOrigin = "anonymous";
    script.integrity = learned.integrity;
    script.nonce = nonce;
    script.src = scriptUrl(new URL(learned.name, src).href);
    document.head.append(script);
  });
}
