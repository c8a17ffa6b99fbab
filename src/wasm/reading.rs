//! One text, read.

use js_sys::Uint8Array;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::{columns::Columns, error, model::LanguageModel, options, overview};
use crate::{export, report::Report};

/// What was found in one text. It lives in the memory of the module until `free()`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Reading {
    report: Report,
    text: String,
    columns: Columns,
}

#[wasm_bindgen]
impl Reading {
    /// Reads a file. `options` is an object with any of `offsets`, `date`, `default_date`, `corrections` (those of a session file,
    /// their places in UTF-16 units), `text`, `tokens`, `nested` and `limit`.
    ///
    /// # Errors
    /// An `Error` whose `code` is `too_large`, `not_text` or `wrong_option`.
    pub fn read(name: &str, bytes: &[u8], options: JsValue) -> Result<Reading, JsValue> {
        Self::of(name, bytes, options, None)
    }

    /// The same as `read` with a language model, which gives the tokens their grammar and, where it has weights for them, chooses the statements.
    ///
    /// # Errors
    /// As `read`.
    #[wasm_bindgen(js_name = readWith)]
    pub fn read_with(model: &LanguageModel, name: &str, bytes: &[u8], options: JsValue) -> Result<Reading, JsValue> {
        Self::of(name, bytes, options, Some(model))
    }

    fn of(name: &str, bytes: &[u8], options: JsValue, model: Option<&LanguageModel>) -> Result<Self, JsValue> {
        let mut options = options::from_js(options)?;
        // The page always needs the text that the offsets point into; whether the report carries it is another matter.
        let carried = std::mem::replace(&mut options.text, true);
        let mut report = crate::read_by(name, bytes, &options, model.map(LanguageModel::learned).unwrap_or_default())
            .map_err(|cause| error::to_js(&cause))?;
        let text = if carried { report.document.text.clone() } else { report.document.text.take() };
        Ok(Self { columns: Columns::of(&report), text: text.unwrap_or_default(), report })
    }

    /// Whether this module has the reader for what the file turned out to be; if not, another one must read it.
    pub fn complete(&self) -> bool {
        cfg!(feature = "html") || self.report.document.format != "html"
    }

    /// The small records: `schema`, `generator`, `offsets`, `document`, `metadata`, `actors`, `sourcing`, `audit` (its
    /// sources, shares and parties), `questions`, `citations`, `positions`, `conditions`, `commitments`, `scheduled`, `points`, `matrix`,
    /// `comparisons`, `names` (of the codes in these), `summary`, `takeaways`, `headline_question`, `corrections`, `diagnostics`.
    pub fn overview(&self) -> JsValue {
        overview::to_js(&self.report)
    }

    /// The text that the offsets point into.
    pub fn text(&self) -> String {
        self.text.clone()
    }

    /// The whole report as one line of JSON in UTF-8, as the program prints it, without the line end.
    pub fn json(&self) -> Uint8Array {
        Uint8Array::from(export::line(&self.report).as_bytes())
    }

    /// The statements as CSV in UTF-8.
    pub fn csv(&self) -> Uint8Array {
        Uint8Array::from(export::statements(&self.report, &self.text).as_bytes())
    }

    /// The same without the names of the columns.
    #[wasm_bindgen(js_name = csvRows)]
    pub fn csv_rows(&self) -> Uint8Array {
        Uint8Array::from(export::statement_rows(&self.report, &self.text).as_bytes())
    }

    /// The records of a kind (`position`, `commitment` …) as CSV in UTF-8, with the names of the columns or without; empty where there is none.
    #[wasm_bindgen(js_name = csvOf)]
    pub fn csv_of(&self, kind: &str, header: bool) -> Uint8Array {
        Uint8Array::from(export::table_of(&self.report, &self.text, kind, header).as_bytes())
    }

    /// What could be checked, as a document of JSON-LD in UTF-8: what the program prints with `--format claim-review`, without the line end.
    #[wasm_bindgen(js_name = claimReview)]
    pub fn claim_review(&self) -> Uint8Array {
        Uint8Array::from(export::pretty(&export::claim_reviews(&self.report, &self.text)).as_bytes())
    }

    /// All records as Web Annotations, a document of JSON-LD in UTF-8: what the program prints with `--format annotations`, without the line
    /// end. The report's offsets must count `chars`.
    pub fn annotations(&self) -> Uint8Array {
        Uint8Array::from(export::pretty(&export::annotations(&self.report, &self.text)).as_bytes())
    }

    /// The report for people in Markdown, in UTF-8.
    pub fn markdown(&self) -> Uint8Array {
        Uint8Array::from(export::markdown(&self.report, &self.text).as_bytes())
    }

    /// The same as a web page in UTF-8; more articles may follow it.
    pub fn html(&self) -> Uint8Array {
        Uint8Array::from(export::html(&self.report, &self.text).as_bytes())
    }

    /// The same without the head of the page.
    #[wasm_bindgen(js_name = htmlArticle)]
    pub fn html_article(&self) -> Uint8Array {
        Uint8Array::from(export::html_article(&self.report, &self.text).as_bytes())
    }

    /// The words that the columns point to.
    pub fn strings(&self) -> Vec<String> {
        self.columns.strings.clone()
    }

    /// The blocks, packed; see the columns of `www/engine/columns.js`.
    pub fn blocks(&self) -> Vec<u32> {
        self.columns.blocks.clone()
    }

    /// The cells of tables, packed.
    pub fn cells(&self) -> Vec<u32> {
        self.columns.cells.clone()
    }

    /// The sentences, packed.
    pub fn sentences(&self) -> Vec<u32> {
        self.columns.sentences.clone()
    }

    /// The places that name actors, packed.
    pub fn mentions(&self) -> Vec<u32> {
        self.columns.mentions.clone()
    }

    /// The expressions of time, packed.
    pub fn times(&self) -> Vec<u32> {
        self.columns.times.clone()
    }

    /// The statements, packed.
    pub fn statements(&self) -> Vec<u32> {
        self.columns.statements.clone()
    }

    /// The contents of the statements, packed.
    pub fn pieces(&self) -> Vec<u32> {
        self.columns.pieces.clone()
    }

    /// Whose stances the statements report, packed.
    pub fn stances(&self) -> Vec<u32> {
        self.columns.stances.clone()
    }

    /// The hedges, packed.
    pub fn hedges(&self) -> Vec<u32> {
        self.columns.hedges.clone()
    }

    /// The findings of the audit, packed.
    pub fn findings(&self) -> Vec<u32> {
        self.columns.findings.clone()
    }

    /// Who they say is accused, packed.
    pub fn accused(&self) -> Vec<u32> {
        self.columns.accused.clone()
    }

    /// What could be checked, packed.
    pub fn claims(&self) -> Vec<u32> {
        self.columns.claims.clone()
    }

    /// The reasons of the claims, packed.
    pub fn reasons(&self) -> Vec<u32> {
        self.columns.reasons.clone()
    }
}
