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

    /// The same where a sign's chance is known only by its kinds, each of some weight: the mean over all of them.
    package static func perYear(
        of signs: [(kinds: [(chance: Double, weight: Double)], count: Int)], visits: Int, visitsPerYear: Double
    ) -> Double {
        var cases: [(signs: [(chance: Double, count: Int)], weight: Double)] = [([], 1)]
        for sign in signs {
            cases = cases.flatMap { known in
                sign.kinds.filter { $0.weight > 1e-9 }.map { kind in
                    (known.signs + [(kind.chance, sign.count)], known.weight * kind.weight)
                }
            }
        }
        return cases.reduce(0) { sum, known in
            sum + known.weight * perYear(of: known.signs, visits: visits, visitsPerYear: visitsPerYear)
        }
    }

    /// What a sign's chance is, told at `seen` of `visits`; over all clients `usual`, which is worth so many visits.
    package static func kinds(
        seen: Int, of visits: Int, usual: Double, worth: Double, _ chronic: ChronicClients?
    ) -> [(chance: Double, weight: Double)] {
        guard let chronic else { return [((usual * worth + Double(seen)) / (worth + Double(visits)), 1)] }
        let high = HighLevel(share: 1 / chronic.oneIn, mean: 1 / chronic.usualOneIn, worth: chronic.worth)
        return high.kinds(seen: seen, of: visits, commonMean: usual, commonWorth: worth)
    }

    /// Log evidence of one visit that a measure is back to `usual`, against its being `changed` still.
    package static func returning(isBad: Bool, usual: Double, changed: Double) -> Double {
        isBad ? logarithm(usual / changed) : logarithm((1 - usual) / (1 - changed))
    }
}
