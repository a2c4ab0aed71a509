/// A day-clocked mixture Shiryaev–Roberts test (Pollak 1985; Shin, Ramdas, Rinaldo 2024): which shifts, and when to raise the alarm.
package struct ChangeTest: Hashable, Sendable {
    /// Shifts looked for, as factors on the odds of every category and above; 1 where unused.
    package let factors: Three<Double>
    package let weights: Three<Double>
    /// In days of suspicion.
    package let threshold: Double
    /// Exponent on likelihood ratios; below 1 for copied scores.
    package let tempering: Double
    /// A gap counts for no more than this, in days.
    package let longestStep: Double
    /// What the day of return from an absence counts for, in days.
    package let returnStep: Double
    /// What the first observation counts for, in days.
    package let firstStep: Double

    package init(
        factors: [Double], threshold: Double, tempering: Double = 1, longestStep: Double = 7, returnStep: Double = 30,
        firstStep: Double = 0.3
    ) {
        var padded = Three(repeating: 1.0)
        var weights = Three(repeating: 0.0)
        for (index, factor) in factors.prefix(3).enumerated() {
            padded[index] = factor
            weights[index] = 1 / Double(min(factors.count, 3))
        }
        self.factors = padded
        self.weights = weights
        self.threshold = threshold
        self.tempering = tempering
        self.longestStep = longestStep
        self.returnStep = returnStep
        self.firstStep = firstStep
    }

    /// The same test with another threshold.
    package func withThreshold(_ threshold: Double) -> ChangeTest {
        ChangeTest(
            factors: (0..<3).filter { weights[$0] > 0 }.map { factors[$0] }, threshold: threshold, tempering: tempering,
            longestStep: longestStep, returnStep: returnStep, firstStep: firstStep)
    }

    /// The same test for shifts the other way.
    package func mirrored(threshold: Double) -> ChangeTest {
        ChangeTest(
            factors: (0..<3).filter { weights[$0] > 0 }.map { 1 / factors[$0] }, threshold: threshold,
            tempering: tempering, longestStep: longestStep, returnStep: returnStep, firstStep: firstStep)
    }

    /// The days that an observation at `day` stands for, after one at `previous`.
    package func step(from previous: Double?, to day: Double, returned: Bool) -> Double {
        guard let previous else { return firstStep }
        return returned ? returnStep : min(day - previous, longestStep)
    }

    /// How much likelier `category` is under each shift than under the usual chances (proportional odds).
    package func evidence(of category: Int, usual chances: SIMD4<Double>) -> Evidence {
        var above = 0.0
        for index in stride(from: 3, to: category, by: -1) { above += chances[index] }
        var evidence = Evidence.none
        for index in 0..<3 where weights[index] > 0 {
            var ratio = self.ratio(chances[category], above: above, isFine: category == 0, factor: factors[index])
            var log = logarithm(ratio)
            if tempering != 1 {
                log *= tempering
                ratio = exponential(log)
            }
            evidence.ratios[index] = ratio
            evidence.logs[index] = log
        }
        return evidence
    }

    private func ratio(_ chance: Double, above: Double, isFine: Bool, factor: Double) -> Double {
        let upper = 1 + above * (factor - 1)
        if isFine { return 1 / upper }
        if above == 0 { return factor / (1 + chance * (factor - 1)) }
        return (shifted(above + chance, by: factor) - shifted(above, by: factor)) / chance
    }

    private func shifted(_ chance: Double, by factor: Double) -> Double {
        chance * factor / (chance * factor + 1 - chance)
    }
}

/// Likelihood ratios of what was observed, shifted against usual, and their logarithms.
package struct Evidence: Hashable, Sendable {
    package var ratios: Three<Double>
    package var logs: Three<Double>

    package static let none = Evidence(ratios: Three(repeating: 1), logs: Three(repeating: 0))

    /// Adds an observation that is independent of the others, given the past.
    package mutating func combine(_ other: Evidence) {
        for index in 0..<3 {
            ratios[index] *= other.ratios[index]
            logs[index] += other.logs[index]
        }
    }
}
