import ChangeDetection

/// How soon a change of one measure would be found in one client, as it is followed now.
package struct Detectability: Sendable {
    package var measure: String
    /// Usual chance of what is not fine.
    package var usual: Double
    package var observationsPerDay: Double
    /// By factor on the odds: the share found within the horizon, and days until half of all are found; nil where fewer are.
    package var changes: [(factor: Double, found: Double, median: Double?)]
}

extension MeasurePlan {
    /// Simulates the change `streams` times over, each on top of as many ordinary observations as the client has shown.
    package func detectability(
        of measure: Int, chances: [Double], observationsPerDay: Double, known: Double, factors: [Double] = [2, 4, 8],
        horizon: Double = 180, streams: Int = 200, seed: UInt64 = 1
    ) -> Detectability {
        let followed = followed[measure]
        let stream = Calibration.Stream(observationsPerDay: max(observationsPerDay, 0.02), chances: chances)
        let calibration = Calibration(prior: followed.prior, days: horizon, seed: seed)
        let changes = factors.map { factor -> (factor: Double, found: Double, median: Double?) in
            let delays = calibration.delays(
                followed.rising, stream: stream, factor: factor, before: min(Int(known), 1_000), count: streams)
            let median = delays.count * 2 > streams ? delays[streams / 2] : nil
            return (factor, Double(delays.count) / Double(streams), median)
        }
        return Detectability(
            measure: followed.measure.id, usual: chances.reduce(0, +), observationsPerDay: observationsPerDay, changes: changes)
    }
}
