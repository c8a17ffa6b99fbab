// Entry of the page as one file: everything that it reads with is inside it.

import { host } from "./engine/host-single.js";
import { INSIDE } from "./locales/inside.js";
import { put } from "./locales/locale.js";
import { start } from "./start.js";

put(INSIDE);
start(host, false);
