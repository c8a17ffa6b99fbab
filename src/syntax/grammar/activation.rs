//! The curves between layers, made of additions, multiplications and one division, so that every machine computes the same bits.

use wide::f32x4;

/// The hyperbolic tangent as a fraction, at most 0.0002 off: the seventh convergent of Lambert's continued fraction (1768), limited where it
/// reaches 1.
#[inline(always)]
fn tanh(x: f32x4) -> (f32x4, f32x4) {
    let number = f32x4::splat;
    let x = x.fast_max(number(-4.97)).fast_min(number(4.97));
    let square = x * x;
    let above = x * (number(135_135.0) + square * (number(17_325.0) + square * (number(378.0) + square)));
    let below = number(135_135.0) + square * (number(62_370.0) + square * (number(3_150.0) + square * number(28.0)));
    (above, below)
}

/// What is known after a token, for what was known before: it goes as far towards `tanh(seen)` as the logistic function of `gate` says.
#[inline(always)]
pub fn gated(known: f32x4, gate: f32x4, seen: f32x4) -> f32x4 {
    // The logistic function is (1 + tanh(x / 2)) / 2. Of the two fractions the product is taken first: dividing is what takes time.
    let half = f32x4::splat(0.5);
    let ((gate, gate_below), (seen, seen_below)) = (tanh(gate * half), tanh(seen));
    known + half * (gate_below + gate) * (seen - known * seen_below) / (gate_below * seen_below)
}

/// Negative numbers become zero.
#[inline(always)]
pub fn rectify(x: f32x4) -> f32x4 {
    x.fast_max(f32x4::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_are_near_what_they_stand_for() {
        for step in -400..400 {
            let x = step as f32 / 20.0;
            assert_eq!(rectify(f32x4::splat(x)).to_array()[0], x.max(0.0));
            for (known, gate) in [(0.0, 9.0), (0.5, -0.3), (-0.9, 2.0), (1.0, -9.0)] {
                let found = gated(f32x4::splat(known), f32x4::splat(gate), f32x4::splat(x)).to_array()[0];
                let expected = known + (x.tanh() - known) / (1.0 + (-gate).exp());
                assert!((found - expected).abs() < 4e-4, "{known} {gate} {x}: {found}");
            }
        }
    }
}
