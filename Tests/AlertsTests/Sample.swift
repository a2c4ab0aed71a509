import Alerts
import Reports
import Signals
import Trends

/// A small rulebook, and visits made of concepts.
enum Sample {
    static let monday = Instant.utc(year: 2026, month: 3, day: 2, hour: 8)

    static let catalogue = MeasureCatalogue(
        falseAlerts: 2, notSeen: ["visit.no-access", "visit.missed"],
        leave: LeaveRule(starts: ["emergency.hospital"], ends: ["care.discharged"]),
        measures: [
            measure("medication", ["medication.refused"], fine: ["medication.taken"], opportunity: .medicineDue),
            measure("mobility", ["mobility.worse"], fine: ["mobility.steady"]),
            measure("eating", ["nutrition.poor"], fine: ["nutrition.good"]),
            measure("mind", ["cognition.confused"], fine: ["cognition.clear"]),
            measure("mood", ["mood.low"], fine: ["mood.good"]),
            measure("doing-more", ["selfcare.better"], fine: [], rise: .better),
        ],
        composite: CompositeMeasure(
            id: "decline", title: "Decline", members: ["mobility", "eating", "mind", "mood"]),
        weight: WeightMeasure(
            id: "weight", domain: "nutrition", title: "Weight",
            losses: [WeightLoss(percent: 5, days: 30), WeightLoss(percent: 10, days: 180)]))

    static let policy = AlertPolicy(
        catalogue: catalogue,
        rules: [
            rule("fall", "mobility", .high, .redFlag(RedFlag(any: ["mobility.fall"], knownFor: 3)), say: "Fell: {signs}."),
            rule(
                "low-oxygen", "illness", .urgent,
                .redFlag(RedFlag(readings: [ReadingLimit(reading: "reading.oxygen", low: 91)])), say: "{signs}"),
            trend("medication"), trend("mobility"), trend("eating"), trend("mind"), trend("mood"),
            rule("decline-rising", "decline", .high, .trend(TrendCondition(measure: "decline")), say: "{bad} of {of}"),
            rule(
                "weight-loss", "nutrition", .high, .trend(TrendCondition(measure: "weight")),
                say: "{value} kg, {change} below {reference}"),
            rule(
                "mood-easing", "mood", .low, .recovery(Recovery(measure: "mood", usualAtLeastOneIn: 8)),
                say: "{bad} of {of}; usually {usual}"),
            rule("doing-more-recovery", "selfcare", .low, .recovery(Recovery(measure: "doing-more")), say: "{bad} of {of}"),
            rule(
                "delirium", "cognition", .urgent,
                .pattern(
                    Pattern(
                        within: 3,
                        signs: [
                            PatternSign(name: "confusion", any: ["cognition.confused"], oneIn: 60),
                            PatternSign(name: "urine", any: ["continence.urine-change"], oneIn: 60),
                        ], covers: ["mind"])), say: "{signs} within {within}"),
            rule("no-reports", "visit", .high, .silence(Silence()), say: "No report since {last}, usually {usual}."),
        ],
        planChanges: [PlanChange(id: "review", title: "Review", reviewAfter: 14, success: "Better")],
        rulebook: "sha256:test")

    private static func measure(
        _ id: String, _ concepts: [Concept], fine: [Concept], opportunity: Opportunity = .writtenNote,
        rise: Rise = .worse
    ) -> Measure {
        Measure(
            id: id, domain: concepts[0].domain, title: id, counted: "signs of \(id)", opportunity: opportunity,
            rise: rise, fine: fine, levels: [MeasureLevel(concepts: concepts, oneIn: 30)])
    }

    private static func trend(_ measure: String) -> AlertRule {
        let domain = catalogue.measures.first { $0.id == measure }?.domain ?? measure
        return rule(
            "\(measure)-rising", domain, .medium, .trend(TrendCondition(measure: measure)),
            say: "{bad} of {of} visits since {since} with {counted}; usually {usual}. Once in {years}. By {carers}.",
            escalatesTo: .high)
    }

    private static func rule(
        _ id: String, _ domain: String, _ severity: Severity, _ condition: AlertCondition, say: String,
        escalatesTo: Severity? = nil
    ) -> AlertRule {
        AlertRule(
            id: id, domain: domain, title: id, severity: severity, escalatesTo: escalatesTo, condition: condition,
            closesAfter: 7, say: say, why: "test", propose: ["review"], quietWhile: [.leave])
    }

    /// A visit at `day` whose note consists of the given concepts' names; readings as `reading.weight=61.2`.
    static func visit(
        _ day: Double, _ said: [String], id: String? = nil, carer: String = "W1", note: String? = nil,
        assertion: Assertion = .present, received: Instant? = nil
    ) -> VisitFindings {
        var text = note ?? "Visit of day \(day), all as planned."
        var signals: [Signal] = []
        for word in said {
            let parts = word.split(separator: "=").map(String.init)
            text += " "
            let start = text.utf8.count
            text += word
            signals.append(
                Signal(
                    concept: Concept(parts[0]), assertion: assertion, start: start, end: text.utf8.count,
                    value: parts.count > 1 ? Double(parts[1]) : nil))
        }
        let report = VisitReport(
            id: id ?? "r\(day)", client: "C1", note: text, start: monday.adding(days: day), carer: carer,
            received: received)
        return VisitFindings(report, signals)
    }

    static func history(_ visits: [VisitFindings]) -> ClientHistory {
        var history = ClientHistory(client: "C1", policy: policy)
        for visit in visits { _ = history.add(visit, policy: policy) }
        return history
    }

    /// Two visits a day by two carers, each telling of its concept every so many days.
    static func twiceDaily(
        _ days: Range<Int>, morning: (concept: String, every: Int), evening: (concept: String, every: Int)
    ) -> [VisitFindings] {
        var visits: [VisitFindings] = []
        for day in days {
            visits.append(visit(Double(day), day % morning.every == 0 ? [morning.concept] : [], carer: "W1"))
            visits.append(visit(Double(day) + 0.4, day % evening.every == 0 ? [evening.concept] : [], carer: "W2"))
        }
        return visits
    }

    /// Quiet visits twice a day over `days`.
    static func quiet(_ days: Range<Int>, saying: [String] = []) -> [VisitFindings] {
        days.flatMap { day in [Sample.visit(Double(day), saying), Sample.visit(Double(day) + 0.4, saying)] }
    }
}

/// Folds visit by visit and keeps the last word on every alert.
func everyAlert(_ visits: [VisitFindings]) -> [Alert] {
    var history = ClientHistory(client: "C1", policy: Sample.policy)
    var alerts: [String: Alert] = [:]
    for visit in visits {
        _ = history.add(visit, policy: Sample.policy)
        for change in history.takeChanges(policy: Sample.policy) {
            switch change {
            case .opened(let alert), .updated(let alert), .closed(let alert), .withdrawn(let alert, _):
                alerts[alert.id] = alert
            }
        }
    }
    return alerts.values.sorted { ($0.opened, $0.id) < ($1.opened, $1.id) }
}
