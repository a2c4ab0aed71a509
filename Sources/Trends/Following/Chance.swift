import ChangeDetection

/// What chance alone would do, for rules that weigh a trend or a pattern.
package enum Chance {
    /// How often a year signs of these chances would be seen so often within so many visits.
    package static func perYear(
        of signs: [(chance: Double, count: Int)], visits: Int, visitsPerYear: Double
    ) -> Double {
        var coincidence = Coincidence(visits: visits, visitsPerYear: visitsPerYear)
        coincidence.signs = signs
        return coincidence.perYear
    }

    /// Log evidence of one visit that a measure is back to `usual`, against its being `changed` still.
    package static func returning(isBad: Bool, usual: Double, changed: Double) -> Double {
        isBad ? logarithm(usual / changed) : logarithm((1 - usual) / (1 - changed))
    }
}
