//! rapporteur reads what was written about a negotiation and reports who said what.
#![forbid(unsafe_code)]
