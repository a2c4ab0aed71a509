/// What is usual in one stream: how often each category has been seen, on top of a weak prior (Dirichlet, up to four categories).
package struct UsualLevel: Hashable, Sendable {
    package var counts: SIMD4<Double> = .zero
    /// What the observers' styles add to the observations expected not to be fine: Σ (e_t − m).
    package var styled: Double = 0
    /// Log evidence that this stream is one of the few whose level is high as a rule (`LevelPrior.high`).
    package var highEvidence: Double = 0

    package init() {}

    /// As seen in one run of evidence.
    package init(_ run: Run, _ prior: LevelPrior) {
        for category in 0..<4 { for _ in 0..<run.counts[category] { learn(category, prior) } }
    }

    package var observations: Double { counts[0] + counts[1] + counts[2] + counts[3] }

    /// The chance of each category at the next observation; `offset` is the observer's style in log-odds.
    package func predictive(_ prior: LevelPrior, offset: Double = 0) -> SIMD4<Double> {
        let seen = counts[1] + counts[2] + counts[3]
        let expected = observations * prior.mean + styled
        let common = (prior.notFine + seen) / (prior.notFine + expected) * prior.expectation(offset: offset)
        let capped = min(mixed(common, seen: seen, prior), 0.98)
        let scale = capped / (prior.notFine + seen)
        return SIMD4(
            1 - capped, (prior.weights[1] + counts[1]) * scale, (prior.weights[2] + counts[2]) * scale,
            (prior.weights[3] + counts[3]) * scale)
    }

    /// The chance under the two kinds of stream, each weighed by what has been seen so far.
    private func mixed(_ common: Double, seen: Double, _ prior: LevelPrior) -> Double {
        guard let high = prior.high else { return common }
        let weight = high.weight(evidence: highEvidence)
        return common + weight * (high.chance(seen: seen, of: observations) - common)
    }

    /// Learns an observation; to be called after it was scored.
    package mutating func learn(_ category: Int, _ prior: LevelPrior, offset: Double = 0) {
        if let high = prior.high { weighHigh(category, high, prior, offset: offset) }
        counts[category] += 1
        if offset != 0 { styled += prior.expectation(offset: offset) - prior.mean }
    }

    private mutating func weighHigh(_ category: Int, _ high: HighLevel, _ prior: LevelPrior, offset: Double) {
        let seen = counts[1] + counts[2] + counts[3]
        let expected = observations * prior.mean + styled
        let common = min((prior.notFine + seen) / (prior.notFine + expected) * prior.expectation(offset: offset), 0.98)
        let chance = high.chance(seen: seen, of: observations)
        highEvidence += category > 0 ? logarithm(chance / common) : logarithm((1 - chance) / (1 - common))
        highEvidence = min(max(highEvidence, -60), 60)
    }
}

/// The few streams in which what is not fine is frequent as a rule: a second component of the prior (Beta).
package struct HighLevel: Hashable, Sendable {
    /// Share of such streams.
    package let share: Double
    /// Usual chance in them, and how many observations it is worth.
    package let mean: Double
    package let worth: Double

    package init(share: Double, mean: Double, worth: Double) {
        self.share = share
        self.mean = mean
        self.worth = worth
    }

    /// What the next observation's chance is under each kind of stream, and how likely the stream is of that kind.
    package func kinds(
        seen: Int, of observations: Int, commonMean: Double, commonWorth: Double
    ) -> [(chance: Double, weight: Double)] {
        let evidence = evidence(seen: seen, of: observations, commonMean: commonMean, commonWorth: commonWorth)
        let weight = weight(evidence: evidence)
        let common = (commonMean * commonWorth + Double(seen)) / (commonWorth + Double(observations))
        return [(common, 1 - weight), (chance(seen: Double(seen), of: Double(observations)), weight)]
    }

    /// Logarithm of the Bayes factor against a common level (Beta-binomial marginal likelihoods).
    private func evidence(seen: Int, of observations: Int, commonMean: Double, commonWorth: Double) -> Double {
        var sum = 0.0
        for index in 0..<seen { sum += logarithm((mean * worth + Double(index)) / (commonMean * commonWorth + Double(index))) }
        for index in 0..<max(0, observations - seen) {
            sum += logarithm(((1 - mean) * worth + Double(index)) / ((1 - commonMean) * commonWorth + Double(index)))
        }
        for index in 0..<observations { sum -= logarithm((worth + Double(index)) / (commonWorth + Double(index))) }
        return min(max(sum, -60), 60)
    }

    func chance(seen: Double, of observations: Double) -> Double { (mean * worth + seen) / (worth + observations) }

    /// Of this component against the common one, after `evidence` (logarithm of the Bayes factor).
    func weight(evidence: Double) -> Double {
        let odds = share / (1 - share) * exponential(evidence)
        return odds / (1 + odds)
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
    package let high: HighLevel?

    /// `chances` of the categories from 1 on, together worth `worth` observations.
    package init(chances: [Double], worth: Double, high: HighLevel? = nil) {
        self.high = high
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
