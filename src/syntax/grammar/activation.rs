//! The curves between layers, made of additions, multiplications and one division, so that every machine computes the same bits.

use wide::f32x4;

/// The hyperbolic tangent, at most 0.0002 off: the seventh convergent of Lambert's continued fraction (1768), limited where it reaches 1.
#[inline(always)]
pub fn tanh(x: f32x4) -> f32x4 {
    let number = f32x4::splat;
    let x = x.fast_max(number(-4.97)).fast_min(number(4.97));
    let square = x * x;
    let above = x * (number(135_135.0) + square * (number(17_325.0) + square * (number(378.0) + square)));
    let below = number(135_135.0) + square * (number(62_370.0) + square * (number(3_150.0) + square * number(28.0)));
    above / below
}

/// The logistic function.
#[inline(always)]
pub fn sigmoid(x: f32x4) -> f32x4 {
    let half = f32x4::splat(0.5);
    half + half * tanh(half * x)
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
        for step in -4000..4000 {
            let x = step as f32 / 200.0;
            let [tanh, sigmoid, rectified] = [tanh, sigmoid, rectify].map(|curve| curve(f32x4::splat(x)).to_array()[0]);
            assert!((tanh - x.tanh()).abs() < 2e-4, "{x}: {tanh}");
            assert!((sigmoid - 1.0 / (1.0 + (-x).exp())).abs() < 1e-4, "{x}: {sigmoid}");
            assert_eq!(rectified, x.max(0.0));
        }
    }
}
