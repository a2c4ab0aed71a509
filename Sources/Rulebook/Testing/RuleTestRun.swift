package import Alerts
package import Digests
import Reports
package import Signals
import Trends

/// Runs the tests beside rules and measures under one rulebook.
package struct RuleTestRun {
    private let policy: AlertPolicy
    private let words: Words
    private let catalogue: Catalogue
    private var reader: NoteReader?

    /// `lexicon` is needed where a test writes notes out.
    package init(policy: AlertPolicy, words: Words, catalogue: Catalogue, lexicon: Lexicon?) {
        self.policy = policy
        self.words = words
        self.catalogue = catalogue
        reader = lexicon.map { SignalExtractor($0).makeReader() }
    }

    package struct Result: Sendable {
        package var test: RuleTest
        package var outcome: RuleOutcome
        /// Lines of the digest about the rule's alerts, where the test asks for one and none of them has it.
        package var unsaid: [String]?

        package var passes: Bool { outcome.meets(test.expectation) && unsaid == nil }
    }

    package mutating func result(of test: RuleTest) -> Result {
        let rules = Set(rules(of: test.subject))
        var history = ClientHistory(client: "client", policy: policy)
        var outcome = RuleOutcome()
        var times: [Instant] = []
        for (index, visit) in test.visits.enumerated() {
            let last = times.last ?? Self.begin
            let time = times.isEmpty ? last : last.adding(days: test.every + visit.pause)
            times.append(time)
            _ = history.add(findings(visit, number: index + 1, at: time, region: test.region), policy: policy)
            for change in history.takeChanges(policy: policy) where rules.contains(change.alert.rule) {
                outcome.hear(change, at: .atVisit(index + 1)) { Self.place(of: $0.opened, in: times) }
            }
        }
        var alerts = history.alerts(policy: policy).filter { rules.contains($0.rule) && $0.closed == nil }
        if let until = test.until, let last = times.last,
            let silence = history.silence(asOf: last.adding(days: until), policy: policy), rules.contains(silence.rule)
        {
            outcome.hear(.opened(silence), at: .atVisit(times.count)) { Self.place(of: $0.opened, in: times) }
            alerts.append(silence)
        }
        let asOf = (times.last ?? Self.begin).adding(days: test.until ?? 0)
        return Result(test: test, outcome: outcome, unsaid: test.says.flatMap { unsaid($0, alerts, asOf) })
    }

    /// A Monday morning.
    private static let begin = Instant.utc(year: 2026, month: 1, day: 5, hour: 8)

    private func rules(of subject: RuleTest.Subject) -> [String] {
        switch subject {
        case .rule(let id): [id]
        case .measure(let id):
            policy.rules.filter { rule in
                switch rule.condition {
                case .trend(let trend): trend.measure == id
                case .recovery(let recovery): recovery.measure == id
                default: false
                }
            }.map(\.id)
        }
    }

    private static func place(of time: Instant, in times: [Instant]) -> Expectation.Place {
        if let visit = times.firstIndex(of: time) { return .atVisit(visit + 1) }
        return .afterVisit(times.count { $0 < time })
    }

    private func unsaid(_ line: String, _ alerts: [Alert], _ asOf: Instant) -> [String]? {
        var material = DigestMaterial(alerts: alerts, asOf: asOf)
        material.planChanges = Dictionary(policy.planChanges.map { ($0.id, $0) }) { first, _ in first }
        let caseload = Caseload(coordinator: "test", name: "Test", clients: [Caseload.Client(id: "client")])
        let lines = DigestBuilder(for: caseload, of: material).digest().text(words, width: 2_000).split(separator: "\n")
        let shown = lines.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
        if shown.contains(where: { $0.contains(line) }) { return nil }
        return shown.drop { !$0.hasPrefix("[") }.prefix(3).map(\.self)
    }
}

/// Visits without their carers' words.
extension RuleTestRun {
    private mutating func findings(_ visit: RuleTest.Visit, number: Int, at time: Instant, region: String?) -> VisitFindings {
        var report = VisitReport(
            id: "visit-\(number)", client: "client", note: "", start: time, carer: "carer \(number % 3 + 1)", region: region)
        var signals: [Signal] = []
        switch visit.content {
        case .notRecorded: report.note = "OK \(number)"
        case .note(let note):
            report.note = note
            signals = reader?.signals(in: report) ?? []
        case .signs(let signs):
            report.note = "Visit \(number), an ordinary note of a carer."
            for sign in signs { add(sign, to: &report.note, &signals) }
        }
        return VisitFindings(report, signals)
    }

    private func add(_ sign: RuleTest.Sign, to note: inout String, _ signals: inout [Signal]) {
        let title = catalogue[sign.concept]?.title ?? sign.concept.rawValue
        let value = sign.value.map { " \(inWords($0))" } ?? ""
        note += " "
        let start = note.utf8.count
        note += title + value
        signals.append(
            Signal(
                concept: sign.concept, assertion: sign.assertion, start: start, end: note.utf8.count, value: sign.value,
                value2: sign.value2, unit: catalogue[sign.concept]?.unit))
        note += "."
    }
}

extension AlertChange {
    fileprivate var alert: Alert {
        switch self {
        case .opened(let alert), .updated(let alert), .closed(let alert), .withdrawn(let alert, _): alert
        }
    }
}
