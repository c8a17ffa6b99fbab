//! What we know beforehand.
