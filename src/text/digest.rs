//! The fingerprint of bytes.

use sha2::{Digest, Sha256};

/// So many bytes are taken at a time.
const PIECE: usize = 1 << 12;

/// The SHA-256 of some bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    // Piece by piece, for an engine of WebAssembly puts the optimised code of a function in place at its next call: in one go, the whole of
    // the first file would be digested by its quickly made first code, ten times as slow.
    let mut digest = Sha256::new();
    bytes.chunks(PIECE).for_each(|piece| digest.update(piece));
    digest.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(sha256(bytes).map(|byte| format!("{byte:02x}")).concat(), expected);
    }

    /// Values of the examples that NIST publishes with FIPS 180-4.
    #[test]
    fn digests_are_those_of_the_standard() {
        check(b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        check(&[b'a'; 1_000_000], "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }
}
