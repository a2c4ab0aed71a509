/// Measures how many false alarms a test really raises on streams in which nothing changes.
package struct Calibration: Sendable {
    /// A stream in which nothing changes.
    package struct Stream: Hashable, Sendable {
        package var observationsPerDay: Double
        /// Of the categories from 1 on.
        package var chances: [Double]

        package init(observationsPerDay: Double, chances: [Double]) {
            self.observationsPerDay = observationsPerDay
            self.chances = chances
        }
    }

    package var prior: LevelPrior
    /// How long each stream is followed.
    package var days: Double
    package var seed: UInt64

    package init(prior: LevelPrior, days: Double = 365, seed: UInt64 = 1) {
        self.prior = prior
        self.days = days
        self.seed = seed
    }

    /// The achieved rate over `count` streams, which are those given, in turn.
    package func achieved(_ test: ChangeTest, streams: [Stream], count: Int) -> AchievedRate {
        var random = SplitMix64(seed: seed)
        var alarms = 0
        for index in 0..<count where !streams.isEmpty {
            alarms += alarmsOfOneStream(test, streams[index % streams.count], random: &random)
        }
        return AchievedRate(alarms: alarms, years: Double(count) * days / 365)
    }

    /// The same for a test on the product of several streams' evidence at the same visits: `groups` of streams, a prior each.
    package func achievedTogether(
        _ test: ChangeTest, groups: [[Stream]], priors: [LevelPrior], count: Int
    ) -> AchievedRate {
        var random = SplitMix64(seed: seed)
        var alarms = 0
        for index in 0..<count where !groups.isEmpty {
            alarms += alarmsOfOneGroup(test, groups[index % groups.count], priors, random: &random)
        }
        return AchievedRate(alarms: alarms, years: Double(count) * days / 365)
    }

    /// Days until a change of the odds by `factor` raises an alarm, ascending; those that are not found in time are left out.
    package func delays(_ test: ChangeTest, stream: Stream, factor: Double, before: Int, count: Int) -> [Double] {
        var random = SplitMix64(seed: seed)
        let changed = shifted(stream.chances, by: factor)
        return (0..<count).compactMap { _ in delay(test, stream, changed, before: before, random: &random) }.sorted()
    }

    private func delay(
        _ test: ChangeTest, _ stream: Stream, _ changed: [Double], before: Int, random: inout SplitMix64
    ) -> Double? {
        var usual = UsualLevel()
        var suspicion = Suspicion()
        let step = min(1 / stream.observationsPerDay, test.longestStep)
        for _ in 0..<before {
            let category = drawn(stream.chances, random.unit())
            let evidence = test.evidence(of: category, usual: usual.predictive(prior))
            _ = suspicion.observe(evidence, category: category, days: step, at: 0, test: test)
            usual.learn(category, prior)
        }
        var day = 0.0
        while day < days {
            let category = drawn(changed, random.unit())
            let evidence = test.evidence(of: category, usual: usual.predictive(prior))
            if suspicion.observe(evidence, category: category, days: step, at: day, test: test) != nil { return day }
            usual.learn(category, prior)
            day += 1 / stream.observationsPerDay
        }
        return nil
    }

    /// All grades in proportion.
    private func shifted(_ chances: [Double], by factor: Double) -> [Double] {
        let sum = chances.reduce(0, +)
        guard sum > 0, sum < 1 else { return chances }
        let changed = factor * sum / (1 - sum + factor * sum)
        return chances.map { $0 * changed / sum }
    }

    private func alarmsOfOneStream(_ test: ChangeTest, _ stream: Stream, random: inout SplitMix64) -> Int {
        var usual = UsualLevel()
        var suspicion = Suspicion()
        var previous: Double?
        var alarms = 0
        var day = 0.0
        while day < days {
            let category = drawn(stream.chances, random.unit())
            let evidence = test.evidence(of: category, usual: usual.predictive(prior))
            let step = test.step(from: previous, to: day, returned: false)
            if suspicion.observe(evidence, category: category, days: step, at: day, test: test) != nil { alarms += 1 }
            usual.learn(category, prior)
            previous = day
            day += 1 / stream.observationsPerDay
        }
        return alarms
    }

    private func alarmsOfOneGroup(
        _ test: ChangeTest, _ streams: [Stream], _ priors: [LevelPrior], random: inout SplitMix64
    ) -> Int {
        var usual = Array(repeating: UsualLevel(), count: streams.count)
        var suspicion = Suspicion()
        var previous: Double?
        var alarms = 0
        var day = 0.0
        let perDay = streams.map(\.observationsPerDay).max() ?? 1
        while day < days {
            var together = Evidence.none
            for index in streams.indices {
                guard random.unit() * perDay < streams[index].observationsPerDay else { continue }
                let category = drawn(streams[index].chances, random.unit())
                together.combine(test.evidence(of: category, usual: usual[index].predictive(priors[index])))
                usual[index].learn(category, priors[index])
            }
            let step = test.step(from: previous, to: day, returned: false)
            if suspicion.observe(together, category: 0, days: step, at: day, test: test) != nil { alarms += 1 }
            previous = day
            day += 1 / perDay
        }
        return alarms
    }

    private func drawn(_ chances: [Double], _ unit: Double) -> Int {
        var sum = 0.0
        for (index, chance) in chances.enumerated() {
            sum += chance
            if unit < sum { return index + 1 }
        }
        return 0
    }
}

extension LevelPrior {
    /// The chances of the categories from 1 on in a stream drawn from the prior (Pólya's urn, so that no library function
    /// decides the digits).
    package func drawn(_ random: inout SplitMix64) -> [Double] {
        let isHigh = high.map { random.unit() < $0.share } ?? false
        let mean = isHigh ? high?.mean ?? self.mean : self.mean
        let worth = isHigh ? high?.worth ?? 1 : weights[0] + notFine
        var (bad, all) = (mean * worth, worth)
        for _ in 0..<2_000 {
            if random.unit() * all < bad { bad += 1 }
            all += 1
        }
        let chance = (bad - mean * worth) / 2_000
        return (1..<categories).map { chance * weights[$0] / notFine }
    }
}

/// Alarms per stream and year, with a 95 % interval (Freeman–Tukey).
package struct AchievedRate: Hashable, Sendable {
    package var alarms: Int
    package var years: Double

    package init(alarms: Int, years: Double) {
        self.alarms = alarms
        self.years = years
    }

    package var perYear: Double { Double(alarms) / years }

    package var interval: ClosedRange<Double> {
        let low = max(0, Double(alarms).squareRoot() - 0.98)
        let high = Double(alarms + 1).squareRoot() + 0.98
        return (alarms == 0 ? 0 : low * low / years)...(high * high / years)
    }
}
