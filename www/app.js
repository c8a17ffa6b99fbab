// Entry of the page as it is served: reads with workers beside it, works offline once it was open.

import { host } from "./engine/host-site.js";
import { fromSite } from "./locales/from-site.js";
import { bringFrom } from "./locales/locale.js";
import { start } from "./start.js";
import { watchOffline } from "./offline.js";

bringFrom(fromSite);
const { app, learned } = start(host, true);
// The service worker keeps the page's files; what the page has fetched by then need not come twice.
learned.then(() => watchOffline((notice) => app.notify(notice)));
