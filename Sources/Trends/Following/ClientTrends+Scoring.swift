import ChangeDetection
import Reports
import Signals

extension ClientTrends {
    /// By measure; nil where the visit is no observation of it.
    func observations(of visit: VisitFindings, _ witness: Witness, isAway: Bool, _ plan: MeasurePlan) -> [Observation?] {
        var observations = plan.followed.map { followed in
            isOpportunity(followed.measure.opportunity, visit, witness, isAway) ? Observation(category: 0) : nil
        }
        for (index, finding) in visit.findings.enumerated() {
            for use in plan.uses[finding.concept] ?? [] {
                let category = finding.counts ? use.category : 0
                if !finding.counts, use.category == 0 { continue }
                if let known = observations[use.measure], known.finding != nil, known.category >= category { continue }
                if let known = observations[use.measure], known.category > category { continue }
                observations[use.measure] = Observation(category: category, finding: finding.counts ? index : nil)
            }
        }
        if let timed = plan.timed, let timing = plan.catalogue.timing, isBadlyTimed(visit, timing),
            (observations[timed]?.category ?? 0) == 0
        {
            observations[timed] = Observation(category: 1)
        }
        return observations
    }

    private func isOpportunity(
        _ opportunity: Opportunity, _ visit: VisitFindings, _ witness: Witness, _ isAway: Bool
    ) -> Bool {
        switch opportunity {
        case .writtenNote: witness.isOrdinary && !isAway
        case .medicineDue: witness.isOrdinary && !isAway && visit.medicationDue != false
        case .mentioned: false
        case .everyVisit: !isAway
        }
    }

    private func isBadlyTimed(_ visit: VisitFindings, _ timing: VisitTiming) -> Bool {
        guard let planned = visit.scheduledStart else { return false }
        if visit.start.days(since: planned) > timing.lateAfter { return true }
        guard let end = visit.scheduledEnd, visit.time > visit.start else { return false }
        return visit.time.days(since: visit.start) < end.days(since: planned) * timing.shortBelow
    }

    /// Scores every observation, then learns it.
    mutating func score(
        _ observations: [Observation?], _ visit: VisitFindings, _ plan: MeasurePlan, _ styles: CarerStyles
    ) -> [TrendAlarm] {
        var alarms: [TrendAlarm] = []
        var together = Evidence.none
        var parts: [(measure: Int, logs: Three<Double>)] = []
        var isFine = true
        for (index, observation) in observations.enumerated() {
            guard let observation else { continue }
            let followed = plan.followed[index]
            let offset = styles.offset(of: visit.carer, measure: followed.measure.id)
            let chances = measures[index].usual.predictive(followed.prior, offset: offset)
            alarms += measures[index].score(observation, chances, visit, followed, plan)
            measures[index].learn(observation, visit, followed, offset: offset)
            guard plan.isMember[index], let test = plan.compositeTest else { continue }
            let evidence = test.evidence(of: observation.category, usual: chances)
            together.combine(evidence)
            parts.append((index, evidence.logs))
            guard observation.category > 0 else { continue }
            isFine = false
            if let finding = observation.finding {
                composite.tellings.append(Telling(visit, visit.findings[finding], weight: evidence.logs[1]))
            }
        }
        if !parts.isEmpty, let test = plan.compositeTest,
            let alarm = scoreTogether(together, parts, isFine: isFine, visit, test)
        {
            alarms.append(compositeAlarm(alarm, visit, plan))
        }
        return alarms
    }
}

extension MeasureState {
    /// The alarms that an observation tips; to be called before it is learned.
    mutating func score(
        _ observation: Observation, _ chances: SIMD4<Double>, _ visit: VisitFindings, _ followed: FollowedMeasure,
        _ plan: MeasurePlan
    ) -> [TrendAlarm] {
        var alarms: [TrendAlarm] = []
        let day = visit.time.day
        let category = observation.category
        let days = followed.rising.step(from: last?.day, to: day, returned: awaitsReturn)
        let evidence = followed.rising.evidence(of: category, usual: chances)
        if category > 0, let finding = observation.finding {
            tellings.append(Telling(visit, visit.findings[finding], weight: evidence.logs[2]))
        }
        if let alarm = rising.observe(evidence, category: category, days: days, at: day, test: followed.rising) {
            alarms.append(trendAlarm(alarm, .rising, followed, plan))
        }
        tellings.keep(since: earliestOnset, limit: 16)
        guard let test = followed.easing else { return alarms }
        if let finding = observation.finding { lastTold = Telling(visit, visit.findings[finding]) }
        let mirrored = test.evidence(of: category, usual: chances)
        if let alarm = easing.observe(mirrored, category: category, days: days, at: day, test: test) {
            alarms.append(trendAlarm(alarm, .easing, followed, plan))
        }
        return alarms
    }

    mutating func learn(_ observation: Observation, _ visit: VisitFindings, _ followed: FollowedMeasure, offset: Double) {
        usual.learn(observation.category, followed.prior, offset: offset)
        last = visit.time
        awaitsReturn = false
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
