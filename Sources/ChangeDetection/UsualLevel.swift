/// What is usual in one stream: how often each category has been seen, on top of a weak prior (Dirichlet, up to four categories).
package struct UsualLevel: Hashable, Sendable {
    package var counts: SIMD4<Double> = .zero
    /// What the observers' styles add to the observations expected not to be fine: Σ (e_t − m).
    package var styled: Double = 0

    package init() {}

    /// As seen in one run of evidence.
    package init(_ run: Run) {
        for category in 0..<4 { counts[category] = Double(run.counts[category]) }
    }

    package var observations: Double { counts[0] + counts[1] + counts[2] + counts[3] }

    /// The chance of each category at the next observation; `offset` is the observer's style in log-odds.
    package func predictive(_ prior: LevelPrior, offset: Double = 0) -> SIMD4<Double> {
        let seen = counts[1] + counts[2] + counts[3]
        let expected = observations * prior.mean + styled
        let notFine = (prior.notFine + seen) / (prior.notFine + expected) * prior.expectation(offset: offset)
        let capped = min(notFine, 0.98)
        let scale = capped / (prior.notFine + seen)
        return SIMD4(
            1 - capped, (prior.weights[1] + counts[1]) * scale, (prior.weights[2] + counts[2]) * scale,
            (prior.weights[3] + counts[3]) * scale)
    }

    /// Learns an observation; to be called after it was scored.
    package mutating func learn(_ category: Int, _ prior: LevelPrior, offset: Double = 0) {
        counts[category] += 1
        if offset != 0 { styled += prior.expectation(offset: offset) - prior.mean }
    }
}

/// Pseudo-counts of a usual level before anything has been seen.
package struct LevelPrior: Hashable, Sendable {
    /// By category; 0 is fine.
    package let weights: SIMD4<Double>
    package let categories: Int
    /// Pseudo-count of all that is not fine.
    package let notFine: Double
    let mean: Double

    /// `chances` of the categories from 1 on, together worth `worth` observations.
    package init(chances: [Double], worth: Double) {
        var weights = SIMD4<Double>.zero
        var sum = 0.0
        for (index, chance) in chances.prefix(3).enumerated() {
            weights[index + 1] = chance * worth
            sum += chance * worth
        }
        weights[0] = worth - sum
        self.weights = weights
        categories = min(chances.count, 3) + 1
        notFine = sum
        mean = sum / worth
    }

    /// How often an observer of this style is expected to tell what is not fine.
    func expectation(offset: Double) -> Double {
        guard offset != 0 else { return mean }
        let odds = mean / (1 - mean) * exponential(offset)
        return odds / (1 + odds)
    }
}
