/// A confidence interval of 95 %.
package struct Interval: Hashable, Sendable {
    package var lower: Double
    package var upper: Double

    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    private static let z = 1.959_963_984_540_054

    /// Of a share (Wilson 1927); the whole range when nothing was tried.
    package static func share(_ hits: Int, of trials: Int) -> Interval {
        guard trials > 0 else { return Interval(lower: 0, upper: 1) }
        let n = Double(trials)
        let p = Double(hits) / n
        let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        return Interval(lower: max(0, centre - half), upper: min(1, centre + half))
    }

    /// Of a rate per unit of exposure from a Poisson count (Byar's approximation, Breslow & Day 1987).
    package static func rate(_ count: Int, exposure: Double) -> Interval {
        guard exposure > 0 else { return Interval(lower: 0, upper: .infinity) }
        return Interval(lower: byar(Double(count), sign: -1) / exposure, upper: byar(Double(count) + 1, sign: 1) / exposure)
    }

    private static func byar(_ x: Double, sign: Double) -> Double {
        guard x > 0 else { return 0 }
        let root = 1 - 1 / (9 * x) + sign * z / (3 * x.squareRoot())
        return max(0, x * root * root * root)
    }
}
