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
        _ observations: [Observation?], _ visit: VisitFindings, _ plan: MeasurePlan, _ styles: CarerStyles,
        caution: Double
    ) -> [TrendAlarm] {
        var alarms: [TrendAlarm] = []
        var together = Evidence.none
        var parts: [(measure: Int, logs: Three<Double>)] = []
        var isFine = true
        var (told, expected) = (0.0, 0.0)
        let way = carers.offset(of: visit.carer, plan.catalogue.carers)
        for (index, observation) in observations.enumerated() {
            guard let observation else { continue }
            let followed = plan.followed[index]
            let isTelling = followed.measure.isJudged && followed.measure.rise == .worse
            let offset = styles.offset(of: visit.carer, measure: followed.measure.id) + (isTelling ? way : 0)
            if isTelling {
                told += observation.category > 0 ? 1 : 0
                expected += 1 - measures[index].usual.predictive(followed.prior)[0]
            }
            let chances = measures[index].usual.predictive(followed.prior, offset: offset)
            let scored = measures[index].score(observation, chances, visit, followed, plan, caution: caution)
            measures[index].learn(observation, visit, followed, offset: offset, better: scored.better)
            alarms += scored.alarms
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
        carers.add(visit, told: told, expected: expected, plan.catalogue.carers)
        if !parts.isEmpty, let test = plan.compositeTest,
            let alarm = scoreTogether(together, parts, isFine: isFine, visit, test, caution: caution)
        {
            alarms.append(compositeAlarm(alarm, visit, plan))
        }
        return alarms
    }
}
