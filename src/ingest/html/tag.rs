//! The names of HTML elements that this reader treats in a way of their own, as small values.

/// Declares [`Tag`] with the name each variant has in a page.
macro_rules! tags {
    ($($variant:ident $name:literal,)*) => {
        /// The name of an element; every name that needs no rule is [`Tag::Other`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Tag { $(#[doc = concat!("`", $name, "`")] $variant,)* #[doc = "any other name"] Other }

        impl Tag {
            /// How many values there are.
            pub const COUNT: usize = Tag::Other as usize + 1;

            /// The tag with this name in lower case.
            pub fn named(name: &[u8]) -> Tag {
                $(const $variant: &[u8] = $name.as_bytes();)*
                match name { $($variant => Tag::$variant,)* _ => Tag::Other }
            }
        }
    };
}

#[allow(non_upper_case_globals)]
mod table {
    tags! {
        A "a", Address "address", Applet "applet", Area "area", Article "article", Aside "aside", Audio "audio",
        B "b", Base "base", Blockquote "blockquote", Body "body", Br "br", Button "button",
        Canvas "canvas", Caption "caption", Center "center", Cite "cite", Code "code", Col "col", Colgroup "colgroup",
        Datalist "datalist", Dd "dd", Details "details", Dialog "dialog", Dir "dir", Div "div", Dl "dl", Dt "dt",
        Em "em", Embed "embed", Fieldset "fieldset", Figcaption "figcaption", Figure "figure", Footer "footer", Form "form",
        Frame "frame", Frameset "frameset", H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", Head "head", Header "header",
        Hgroup "hgroup", Hr "hr", Html "html", I "i", Iframe "iframe", Img "img", Input "input", Label "label", Legend "legend",
        Li "li", Link "link", Listing "listing", Main "main", Map "map", Math "math", Menu "menu", Meta "meta", Nav "nav",
        Noembed "noembed", Noframes "noframes", Noscript "noscript", Object "object", Ol "ol", Optgroup "optgroup",
        Option "option", Output "output", P "p", Param "param", Picture "picture", Plaintext "plaintext", Pre "pre",
        Progress "progress", Q "q", Rp "rp", Rt "rt", Ruby "ruby", S "s", Script "script", Search "search", Section "section",
        Select "select", Source "source", Span "span", Strong "strong", Style "style", Sub "sub", Summary "summary", Sup "sup",
        Svg "svg", Table "table", Tbody "tbody", Td "td", Template "template", Textarea "textarea", Tfoot "tfoot", Th "th",
        Thead "thead", Time "time", Title "title", Tr "tr", Track "track", U "u", Ul "ul", Video "video", Wbr "wbr", Xmp "xmp",
    }
}
pub use table::Tag;

impl Tag {
    /// Whether the element never has content ("void elements" of the HTML standard, and `frame`).
    pub fn is_void(self) -> bool {
        use Tag::*;
        matches!(self, Area | Base | Br | Col | Embed | Frame | Hr | Img | Input | Link | Meta | Param | Source | Track | Wbr)
    }

    /// Whether a browser starts a new line for the element (the `display: block` and table rules of the standard's style sheet).
    pub fn is_block(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Address
                | Article
                | Aside
                | Blockquote
                | Body
                | Caption
                | Center
                | Dd
                | Details
                | Dialog
                | Dir
                | Div
                | Dl
                | Dt
                | Fieldset
                | Figcaption
                | Figure
                | Footer
                | Form
                | Frameset
                | H1
                | H2
                | H3
                | H4
                | H5
                | H6
                | Header
                | Hgroup
                | Hr
                | Html
                | Legend
                | Li
                | Listing
                | Main
                | Menu
                | Nav
                | Noframes
                | Ol
                | Optgroup
                | Option
                | P
                | Plaintext
                | Pre
                | Search
                | Section
                | Summary
                | Table
                | Tbody
                | Td
                | Tfoot
                | Th
                | Thead
                | Tr
                | Ul
                | Xmp
        )
    }

    /// Whether an opening tag of this name ends an open paragraph ("in body" insertion mode of the standard).
    pub fn ends_paragraph(self) -> bool {
        use Tag::*;
        self.is_block()
            && !matches!(self, Body | Caption | Html | Legend | Optgroup | Option | Tbody | Td | Tfoot | Th | Thead | Tr | Noframes)
    }

    /// Whether the element's content is never text for a reader.
    pub fn is_never_text(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Applet
                | Audio
                | Canvas
                | Datalist
                | Embed
                | Iframe
                | Math
                | Noembed
                | Noscript
                | Object
                | Progress
                | Rp
                | Rt
                | Script
                | Select
                | Style
                | Svg
                | Template
                | Textarea
                | Title
                | Video
        )
    }

    /// 1 to 6 for a heading.
    pub fn heading_level(self) -> Option<u8> {
        match self {
            Tag::H1 => Some(1),
            Tag::H2 => Some(2),
            Tag::H3 => Some(3),
            Tag::H4 => Some(4),
            Tag::H5 => Some(5),
            Tag::H6 => Some(6),
            _ => None,
        }
    }
}
