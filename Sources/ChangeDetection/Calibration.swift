/// Measures how many false alarms a test really raises on streams in which nothing changes.
package struct Calibration: Sendable {
    package var prior: LevelPrior
    package var visitsPerDay: Double
    package var days: Double
    package var streams: Int
    package var seed: UInt64

    package init(prior: LevelPrior, visitsPerDay: Double, days: Double = 365, streams: Int = 400, seed: UInt64 = 1) {
        self.prior = prior
        self.visitsPerDay = visitsPerDay
        self.days = days
        self.streams = streams
        self.seed = seed
    }

    /// The achieved rate where each stream's chances of the categories from 1 on are `chances`.
    package func achieved(_ test: ChangeTest, chances: [Double]) -> AchievedRate {
        var random = SplitMix64(seed: seed)
        var alarms = 0
        for _ in 0..<streams { alarms += alarmsOfOneStream(test, chances: chances, random: &random) }
        return AchievedRate(alarms: alarms, years: Double(streams) * days / 365)
    }

    private func alarmsOfOneStream(_ test: ChangeTest, chances: [Double], random: inout SplitMix64) -> Int {
        var usual = UsualLevel()
        var suspicion = Suspicion()
        var previous: Double?
        var alarms = 0
        var day = 0.0
        while day < days {
            let category = drawn(chances, random.unit())
            let evidence = test.evidence(of: category, usual: usual.predictive(prior))
            let step = test.step(from: previous, to: day, returned: false)
            if suspicion.observe(evidence, category: category, days: step, at: day, test: test) != nil { alarms += 1 }
            usual.learn(category, prior)
            previous = day
            day += 1 / visitsPerDay
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
