/// Natural logarithm of a positive finite number; the same bits on every machine (after fdlibm's `e_log.c`).
package func logarithm(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return x == 0 ? -.infinity : (x > 0 ? x : .nan) }
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.414_213_562_373_095_1 {
        mantissa *= 0.5
        exponent += 1
    }
    let f = mantissa - 1
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let even = w * (3.999_999_999_940_941_908e-1 + w * (2.222_219_843_214_978_396e-1 + w * 1.531_383_769_920_937_332e-1))
    let odd =
        z
        * (6.666_666_666_666_735_130e-1
            + w * (2.857_142_874_366_239_149e-1 + w * (1.818_357_216_161_805_012e-1 + w * 1.479_819_860_511_658_591e-1)))
    let half = 0.5 * f * f
    return exponent * ln2High - ((half - (s * (half + (odd + even)) + exponent * ln2Low)) - f)
}

/// e to the power of x; the same bits on every machine (after fdlibm's `e_exp.c`).
package func exponential(_ x: Double) -> Double {
    if x > 709 { return .infinity }
    if x < -708 { return 0 }
    let k = (x * 1.442_695_040_888_963_387).rounded()
    let high = x - k * ln2High
    let low = k * ln2Low
    let r = high - low
    let t = r * r
    let c =
        r - t
        * (1.666_666_666_666_660_190e-1
            + t
            * (-2.777_777_777_701_559_338e-3
                + t * (6.613_756_321_437_934_361e-5 + t * (-1.653_390_220_546_525_154e-6 + t * 4.138_136_797_057_238_460e-8))))
    let y = 1 - ((low - (r * c) / (2 - c)) - high)
    return y * Double(sign: .plus, exponent: Int(k), significand: 1)
}

private let ln2High = 6.931_471_803_691_238_164e-1
private let ln2Low = 1.908_214_929_270_587_700e-10
