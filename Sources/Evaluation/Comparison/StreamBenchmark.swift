import ChangeDetection

/// The test with a learned baseline beside the Shiryaev–Roberts test of an oracle that knows both rates, on yes/no streams
/// alone; both at the same rate of false alarms.
package struct StreamBenchmark: Sendable {
    package struct Row: Sendable {
        package var budget: Double
        package var visitsPerDay: Double
        package var usual: Double
        /// On the odds.
        package var factor: Double
        package var own: [Double]
        package var oracle: [Double]
        /// Measured false alarms a year, in streams in which nothing changes.
        package var falseAlarms: Double
    }

    package private(set) var rows: [Row] = []
    private let streams: Int
    private let seed: UInt64

    package init(streams: Int = 1_000, seed: UInt64 = 1) {
        self.streams = streams
        self.seed = seed
        for budget in [0.25, 0.5, 1] {
            for visitsPerDay in [1.0, 4] {
                for usual in [0.01, 0.035, 0.1] { add(budget, visitsPerDay, usual) }
            }
        }
    }

    private mutating func add(_ budget: Double, _ visitsPerDay: Double, _ usual: Double) {
        let stream = Calibration.Stream(observationsPerDay: visitsPerDay, chances: [usual])
        let own = Calibration(prior: LevelPrior(chances: [usual], worth: 50), days: 365, seed: seed)
        let (test, rate) = calibrated(own, [2, 4, 8], stream, budget)
        let oracle = Calibration(prior: LevelPrior(chances: [usual], worth: 1e9), days: 365, seed: seed &+ 1)
        for factor in [3.0, 6, 12] {
            let (oracleTest, _) = calibrated(oracle, [factor], stream, budget)
            let before = Int(120 * visitsPerDay)
            rows.append(
                Row(
                    budget: budget, visitsPerDay: visitsPerDay, usual: usual, factor: factor,
                    own: own.delays(test, stream: stream, factor: factor, before: before, count: streams),
                    oracle: oracle.delays(oracleTest, stream: stream, factor: factor, before: before, count: streams),
                    falseAlarms: rate))
        }
    }

    /// The rate is nearly inverse to the threshold: one try, one correction.
    private func calibrated(
        _ calibration: Calibration, _ factors: [Double], _ stream: Calibration.Stream, _ budget: Double
    ) -> (test: ChangeTest, falseAlarms: Double) {
        let guess = ChangeTest(factors: factors, threshold: 0.64 * 365 / budget)
        let count = Int(400 / budget)
        let rate = calibration.achieved(guess, streams: [stream], count: count).perYear
        let test = guess.withThreshold(guess.threshold * max(rate, budget / 10) / budget)
        var other = calibration
        other.seed = seed &+ 7
        return (test, other.achieved(test, streams: [stream], count: count).perYear)
    }

    /// For people; fits 100 columns.
    package var text: String {
        var lines = ["false/yr  measured  visits/day  usual  odds    median  oracle  ratio      mean  oracle  ratio"]
        lines += rows.map { row in
            let (median, its) = (row.own.middle, row.oracle.middle)
            let (mean, itsMean) = (row.own.mean, row.oracle.mean)
            return hundredths(row.budget).leading(8) + hundredths(row.falseAlarms).leading(10)
                + tenths(row.visitsPerDay).leading(12) + thousandths(row.usual).leading(7)
                + ("x" + String(Int(row.factor))).leading(6) + tenths(median).leading(10) + tenths(its).leading(8)
                + hundredths(median / its).leading(7) + tenths(mean).leading(10) + tenths(itsMean).leading(8)
                + hundredths(mean / itsMean).leading(7)
        }
        let medians = rows.map { $0.own.middle / $0.oracle.middle }.filter(\.isFinite).sorted()
        let means = rows.map { $0.own.mean / $0.oracle.mean }.filter(\.isFinite).sorted()
        lines.append("ratio to the oracle, middle row: median \(hundredths(medians.middle)), mean \(hundredths(means.middle))")
        return lines.joined(separator: "\n") + "\n"
    }
}

extension [Double] {
    fileprivate var middle: Double { isEmpty ? .infinity : self[count / 2] }
    fileprivate var mean: Double { isEmpty ? .infinity : reduce(0, +) / Double(count) }
}
