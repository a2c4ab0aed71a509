import ChangeDetection
package import Trends

/// What calibration found, for people and as `calibration.yaml`.
package struct CalibrationReport: Sendable {
    package var factors: [CalibratedFactor]
    package var clients: Int
    package var seed: UInt64

    package init(factors: [CalibratedFactor], clients: Int, seed: UInt64) {
        self.factors = factors
        self.clients = clients
        self.seed = seed
    }

    /// For people; fits 100 columns.
    package var text: String {
        var lines = ["measure".padded(26) + "   budget   factor   achieved of it            95 %"]
        lines += factors.map { found in
            let interval = found.achieved.interval
            return found.measure.padded(26) + thousandths(found.budget).leading(9) + hundredths(found.factor).leading(9)
                + percent(found.achieved.perYear / found.budget).leading(17)
                + "\(tenths(100 * interval.lowerBound / found.budget))–\(percent(interval.upperBound / found.budget))".leading(19)
        }
        let budget = factors.reduce(0) { $0 + $1.budget }
        let achieved = factors.reduce(0) { $0 + $1.achieved.perYear }
        lines.append("together".padded(26) + thousandths(budget).leading(9) + percent(achieved / budget).leading(26))
        return lines.joined(separator: "\n") + "\n"
    }

    /// The file that the rulebook reads.
    package func yaml(date: String) -> String {
        var lines = [
            "# Written by `visitwatch calibrate`: threshold = factor x 365 / budget, so that clients in whom nothing changes raise as",
            "# many false alerts as measures.yaml allows. Run it again when visits or measures have changed much.",
            "seed: \(seed)", "date: \"\(date)\"", "clients: \(clients)", "factors:",
        ]
        lines += factors.map { "  \($0.measure): \(thousandths($0.factor))" }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Three decimals.
func thousandths(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let scaled = String(Int((value * 1_000).rounded()) + 10_000_000)
    let digits = scaled.suffix(3)
    return "\(Int((value * 1_000).rounded()) / 1_000).\(digits)"
}
