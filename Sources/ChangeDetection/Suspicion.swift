/// How far one stream has moved from its usual level: the state of a `ChangeTest`.
package struct Suspicion: Hashable, Sendable {
    /// Suspicion per shift, in days: what chance alone would need on average to come so far.
    package var levels = Three(repeating: 0.0)
    /// The run of evidence since the likeliest onset, per shift.
    package var runs = Three(repeating: Run())

    package init() {}

    /// Takes in one observation that stands for `days`; an alarm clears the suspicion. With `caution` above 1 it takes so many
    /// times the suspicion.
    package mutating func observe(
        _ evidence: Evidence, category: Int, days: Double, at day: Double, test: ChangeTest, caution: Double = 1
    ) -> ChangeAlarm? {
        var total = 0.0
        for index in 0..<3 where test.weights[index] > 0 {
            levels[index] = (levels[index] + days) * evidence.ratios[index]
            runs[index].add(evidence.logs[index], category: category, at: day)
            total += test.weights[index] * levels[index]
        }
        guard total >= test.threshold * caution else { return nil }
        let alarm = ChangeAlarm(suspicion: self, total: total, test: test)
        self = Suspicion()
        return alarm
    }

    /// The weighted suspicion, in days.
    package func total(_ test: ChangeTest) -> Double {
        var total = 0.0
        for index in 0..<3 where test.weights[index] > 0 { total += test.weights[index] * levels[index] }
        return total
    }
}

/// Evidence since the likeliest onset of a shift (CUSUM); factorises over categories without remainder.
package struct Run: Hashable, Sendable {
    /// Log evidence; 0 where there is no run.
    package var evidence = 0.0
    /// The day of the run's first observation.
    package var onset = 0.0
    package var counts: SIMD4<UInt32> = .zero
    /// Log evidence of the categories from 1 on; the rest is what fine observations brought.
    package var gains: SIMD4<Double> = .zero

    package init() {}

    mutating func add(_ log: Double, category: Int, at day: Double) {
        guard evidence + log > 0 else {
            if evidence > 0 { self = Run() }
            return
        }
        if evidence == 0 { onset = day }
        evidence += log
        counts[category] += 1
        if category > 0 { gains[category] += log }
    }

    /// Log evidence that one category brought since the onset.
    package func gain(of category: Int) -> Double {
        category > 0 ? gains[category] : evidence - gains[1] - gains[2] - gains[3]
    }
}

/// What a test says when it has seen enough.
package struct ChangeAlarm: Hashable, Sendable {
    /// The suspicion that it was raised at, in days.
    package var level: Double
    package var threshold: Double
    /// Which shift explains it best.
    package var shift: Int
    package var factor: Double
    package var run: Run

    init(suspicion: Suspicion, total: Double, test: ChangeTest) {
        var best = 0
        for index in 1..<3
        where test.weights[index] * suspicion.levels[index] > test.weights[best] * suspicion.levels[best] {
            best = index
        }
        level = total
        threshold = test.threshold
        shift = best
        factor = test.factors[best]
        run = suspicion.runs[best]
    }
}
