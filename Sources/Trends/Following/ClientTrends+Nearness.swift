import ChangeDetection
package import Reports

/// How far a measure, or the composite, has come toward an alarm that it has not raised.
package struct Nearness: Hashable, Sendable {
    package var measure: String
    /// Of the suspicion that it takes; below 1.
    package var share: Double
    /// Since the likeliest onset.
    package var bad: Int
    package var of: Int
    package var since: Instant
    /// The usual chance of a visit that is not fine.
    package var usual: Double
}

extension ClientTrends {
    /// Every measure that gets worse, and the composite, with a run of evidence; the nearest first.
    package func nearness(_ plan: MeasurePlan) -> [Nearness] {
        var near = plan.followed.enumerated().compactMap { index, followed -> Nearness? in
            guard followed.measure.rise == .worse else { return nil }
            return nearness(followed.measure.id, measures[index].rising, followed.rising, usual: usual(index, plan).chance)
        }
        if let test = plan.compositeTest, let composite = plan.catalogue.composite {
            let usual = Double(self.composite.bad + 1) / Double(self.composite.all + 5)
            near += [nearness(composite.id, self.composite.suspicion, test, usual: usual)].compactMap(\.self)
        }
        return near.sorted { ($1.share, $0.measure) < ($0.share, $1.measure) }
    }

    private func nearness(_ measure: String, _ suspicion: Suspicion, _ test: ChangeTest, usual: Double) -> Nearness? {
        let best = (0..<3).max { test.weights[$0] * suspicion.levels[$0] < test.weights[$1] * suspicion.levels[$1] } ?? 0
        let run = suspicion.runs[best]
        guard run.evidence > 0 else { return nil }
        let bad = Int(run.counts[1] + run.counts[2] + run.counts[3])
        return Nearness(
            measure: measure, share: suspicion.total(test) / test.threshold, bad: bad, of: bad + Int(run.counts[0]),
            since: Instant(day: run.onset), usual: usual)
    }
}
