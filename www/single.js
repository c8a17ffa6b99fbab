// Entry of the page as one file: everything that it reads with is inside it.

import { host } from "./engine/host-single.js";
import { start } from "./start.js";

start(host, false);
