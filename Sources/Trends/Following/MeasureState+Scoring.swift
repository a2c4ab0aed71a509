import ChangeDetection
import Reports

extension MeasureState {
    /// The alarms that an observation tips; to be called before it is learned.
    mutating func score(
        _ observation: Observation, _ chances: SIMD4<Double>, _ visit: VisitFindings, _ followed: FollowedMeasure,
        _ plan: MeasurePlan, caution: Double
    ) -> (alarms: [TrendAlarm], better: Run?) {
        let days = followed.rising.step(from: last?.day, to: visit.time.day, returned: awaitsReturn)
        let caution = followed.measure.rise == .worse ? caution : 1
        let rising = scoreRising(observation, chances, visit, days: days, followed.rising, caution: caution)
        var alarms = rising.map { [trendAlarm($0, .rising, followed, plan)] } ?? []
        tellings.keep(since: onset, limit: 6)
        guard let test = followed.easing else {
            return (alarms, followed.measure.rise == .better ? rising?.run : nil)
        }
        if let finding = observation.finding { lastTold = Telling(visit, visit.findings[finding]) }
        let evidence = test.evidence(of: observation.category, usual: chances)
        let easing = easing.observe(
            evidence, category: observation.category, days: days, at: visit.time.day, test: test)
        if let easing { alarms.append(trendAlarm(easing, .easing, followed, plan)) }
        return (alarms, easing?.run)
    }

    /// A level that has become better is the usual one from now on.
    mutating func learn(
        _ observation: Observation, _ visit: VisitFindings, _ followed: FollowedMeasure, offset: Double,
        better run: Run?
    ) {
        usual.learn(observation.category, followed.prior, offset: offset)
        if let run { usual = UsualLevel(run, followed.prior) }
        last = visit.time
        awaitsReturn = false
    }

    private mutating func scoreRising(
        _ observation: Observation, _ chances: SIMD4<Double>, _ visit: VisitFindings, days: Double, _ test: ChangeTest,
        caution: Double
    ) -> ChangeAlarm? {
        let evidence = test.evidence(of: observation.category, usual: chances)
        if observation.category > 0, let finding = observation.finding {
            tellings.append(Telling(visit, visit.findings[finding], weight: evidence.logs[2]))
        }
        return rising.observe(
            evidence, category: observation.category, days: days, at: visit.time.day, test: test, caution: caution)
    }

    private func trendAlarm(
        _ alarm: ChangeAlarm, _ direction: TrendAlarm.Direction, _ followed: FollowedMeasure, _ plan: MeasurePlan
    ) -> TrendAlarm {
        let counts = alarm.run.counts
        let bad = Int(counts[1] + counts[2] + counts[3])
        let total = bad + Int(counts[0])
        let usual = usualChance(without: counts, followed.prior)
        let odds = usual / (1 - usual) * alarm.factor
        let onset = Instant(day: alarm.run.onset)
        let witnesses = direction == .rising ? tellings.strongest(since: onset) : lastTold.map { [$0] } ?? []
        return TrendAlarm(
            measure: followed.measure.id, direction: direction, onset: onset, bad: bad, of: total, usual: usual,
            changed: odds / (1 + odds), years: plan.years(alarm.level), tellings: witnesses)
    }

    /// The usual chance of what is not fine, leaving out the run that is in question.
    private func usualChance(without run: SIMD4<UInt32>, _ prior: LevelPrior) -> Double {
        let seen = usual.counts[1] + usual.counts[2] + usual.counts[3] - Double(run[1]) - Double(run[2]) - Double(run[3])
        let all = usual.observations - Double(run[0]) - Double(run[1]) - Double(run[2]) - Double(run[3])
        let worth = prior.weights[0] + prior.notFine
        return (prior.notFine + max(0, seen)) / (worth + max(0, all))
    }
}
