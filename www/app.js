// Entry of the page as it is served: reads with workers beside it, works offline once it was open.

import { host } from "./engine/host-site.js";
import { start } from "./start.js";
import { watchOffline } from "./offline.js";

const app = start(host, true);
watchOffline((notice) => app.notify(notice));
