// The worker of the page as one file, which has one module only.

import * as readerHtml from "../pkg/reader-html/rapporteur.js";
import { serve } from "./serve.js";

serve({ "reader-html": readerHtml });
