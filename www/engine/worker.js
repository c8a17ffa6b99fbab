// A worker of the page as it is served.

import * as reader from "../pkg/reader/rapporteur.js";
import * as readerHtml from "../pkg/reader-html/rapporteur.js";
import { serve } from "./serve.js";

serve({ reader, "reader-html": readerHtml });
