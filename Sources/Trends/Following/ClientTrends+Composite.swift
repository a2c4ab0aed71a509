import ChangeDetection
import Reports

extension ClientTrends {
    mutating func scoreTogether(
        _ evidence: Evidence, _ parts: [(measure: Int, logs: Three<Double>)], isFine: Bool, _ visit: VisitFindings,
        _ test: ChangeTest, caution: Double
    ) -> (alarm: ChangeAlarm, gains: [Three<Double>], tellings: [Telling])? {
        let days = test.step(from: composite.last?.day, to: visit.time.day, returned: composite.awaitsReturn)
        composite.last = visit.time
        composite.awaitsReturn = false
        composite.all += 1
        composite.bad += isFine ? 0 : 1
        var gains = composite.gains
        let alarm = composite.suspicion.observe(
            evidence, category: isFine ? 0 : 1, days: days, at: visit.time.day, test: test, caution: caution)
        composite.add(parts)
        guard let alarm else {
            composite.tellings.keep(since: composite.earliestOnset, limit: 8)
            return nil
        }
        for part in parts { gains[part.measure][alarm.shift] += part.logs[alarm.shift] }
        let tellings = composite.tellings
        composite.tellings = []
        return (alarm, gains, tellings)
    }

    /// Bears the composite's name, or that of the one measure which brings most of the evidence.
    func compositeAlarm(
        _ found: (alarm: ChangeAlarm, gains: [Three<Double>], tellings: [Telling]), _ visit: VisitFindings,
        _ plan: MeasurePlan
    ) -> TrendAlarm {
        let alarm = found.alarm
        let onset = Instant(day: alarm.run.onset)
        var brought = 0.0
        var leader = 0
        for index in found.gains.indices {
            brought += max(0, found.gains[index][alarm.shift])
            if found.gains[index][alarm.shift] > found.gains[leader][alarm.shift] { leader = index }
        }
        let composite = plan.catalogue.composite
        let counts = alarm.run.counts
        let usual = usualTogether(without: counts)
        var result = TrendAlarm(
            measure: composite?.id ?? "", direction: .rising, onset: onset, bad: Int(counts[1]),
            of: Int(counts[0] + counts[1]), usual: usual, changed: changed(usual, by: alarm.factor),
            years: plan.years(alarm.level), tellings: found.tellings.strongest(since: onset))
        guard brought > 0, found.gains[leader][alarm.shift] >= brought * (composite?.namedShare ?? 1) else { return result }
        let followed = plan.followed[leader]
        let concepts = Set(followed.measure.levels.flatMap(\.concepts))
        result.measure = followed.measure.id
        result.tellings = result.tellings.filter { concepts.contains($0.concept) }
        result.bad = result.tellings.count
        let state = measures[leader]
        let earlier = state.usual.observations - Double(result.of)
        let earlierBad = state.usual.observations - state.usual.counts[0] - Double(result.bad)
        let worth = followed.prior.weights[0] + followed.prior.notFine
        result.usual = (followed.prior.notFine + max(0, earlierBad)) / (worth + max(0, earlier))
        result.changed = changed(result.usual, by: max(alarm.factor, 2))
        return result
    }

    private func usualTogether(without run: SIMD4<UInt32>) -> Double {
        let bad = Double(composite.bad) - Double(run[1])
        let all = Double(composite.all) - Double(run[0]) - Double(run[1])
        return (max(0, bad) + 1) / (max(0, all) + 5)
    }

    private func changed(_ usual: Double, by factor: Double) -> Double {
        let odds = usual / (1 - usual) * factor
        return odds / (1 + odds)
    }
}
