import Alerts
import Reports
import Signals
import Testing
import Trends

/// What looks like a change and is none.
struct ControlsTests {
    private func policy(_ change: (inout MeasureCatalogue) -> Void, _ rules: [AlertRule] = Sample.policy.rules) -> AlertPolicy {
        var catalogue = Sample.catalogue
        change(&catalogue)
        return AlertPolicy(catalogue: catalogue, rules: rules, planChanges: Sample.policy.planChanges, rulebook: "sha256:test")
    }

    private func raised(_ visits: [VisitFindings], _ policy: AlertPolicy) -> [String] {
        var history = ClientHistory(client: "C1", policy: policy)
        var rules: [String] = []
        for visit in visits {
            _ = history.add(visit, policy: policy)
            for case .opened(let alert) in history.takeChanges(policy: policy) { rules.append(alert.rule) }
        }
        return rules
    }

    @Test func `a client who is in a bad way from the first day raises no trend, one who gets there does`() {
        let chronic = policy { $0.chronic = ChronicClients(oneIn: 10, usualOneIn: 3, worth: 6) }
        let bad = { (days: Range<Int>) in Sample.twiceDaily(days, morning: ("mood.low", 2), evening: ("mood.low", 3)) }
        #expect(raised(bad(0..<60), policy { _ in }).contains("mood-rising"))
        #expect(!raised(bad(0..<120), chronic).contains("mood-rising"))
        #expect(raised(Sample.quiet(0..<60) + bad(60..<80), chronic).contains("mood-rising"))
    }

    @Test func `what one carer alone tells is that carer's way, what all tell is a change`() {
        let learning = policy { $0.carers = CarerLearning() }
        let signs = ["mood.low", "mobility.worse", "cognition.confused"]
        func visits(_ second: (Int) -> [String]) -> [VisitFindings] {
            var visits: [VisitFindings] = []
            for day in 0..<120 {
                visits.append(Sample.visit(Double(day), day % 15 == 0 ? ["mood.low"] : [], carer: "W1"))
                let said = day < 60 ? [] : second(day)
                visits.append(Sample.visit(Double(day) + 0.4, said, carer: day < 60 ? "W2" : "W3"))
            }
            return visits
        }
        let gloomy = visits { day in day % 3 == 0 ? [signs[day / 3 % 3]] : [] }
        #expect(!raised(gloomy, policy { _ in }).isEmpty)
        #expect(raised(gloomy, learning).isEmpty)
        let worse = Sample.twiceDaily(60..<90, morning: ("mood.low", 3), evening: ("mood.low", 3))
        #expect(raised(Sample.quiet(0..<60) + worse, learning).contains("mood-rising"))
    }

    @Test func `a long note that comes again among others is a copy`() {
        let words = "Washed and dressed, full breakfast, tablets taken, said that her spirits are low and she misses her sister."
        let copies = (60..<90).flatMap { day in
            [
                Sample.visit(Double(day), ["mood.low"], note: words),
                Sample.visit(Double(day) + 0.4, [], note: "Tea made and eaten, telly on, left comfortable, day \(day)."),
            ]
        }
        #expect(raised(Sample.quiet(0..<60) + copies, Sample.policy).isEmpty)
    }

    @Test func `an announced leave is no silence and coming back starts the clock again`() throws {
        let policy = policy { $0.leave.announced = ["care.away"] }
        var history = ClientHistory(client: "C1", policy: policy)
        for visit in Sample.quiet(0..<20) + [Sample.visit(20, ["care.away"])] { _ = history.add(visit, policy: policy) }
        #expect(history.silence(asOf: Sample.monday.adding(days: 34), policy: policy) == nil)
        #expect(history.silence(asOf: Sample.monday.adding(days: 70), policy: policy) != nil)
        for visit in Sample.quiet(34..<40) { _ = history.add(visit, policy: policy) }
        #expect(history.alerts(policy: policy).isEmpty)
        let due = try #require(history.silenceDue(policy: policy))
        #expect(due < Sample.monday.adding(days: 45))
    }

    @Test func `the ambulance that came for a fall belongs to the fall`() throws {
        let rules =
            Sample.policy.rules + [
                AlertRule(
                    id: "ambulance", domain: "emergency", title: "Ambulance", severity: .urgent,
                    condition: .redFlag(RedFlag(any: ["emergency.called"], followsWithin: 2)), say: "{signs}", why: "test",
                    propose: ["review"])
            ]
        let policy = policy({ _ in }, rules)
        var history = ClientHistory(client: "C1", policy: policy)
        _ = history.add(Sample.visit(0, ["emergency.called", "mobility.fall"]), policy: policy)
        _ = history.add(Sample.visit(0.4, ["emergency.called"]), policy: policy)
        let fall = try #require(history.alerts(policy: policy).first)
        #expect(history.alerts(policy: policy).count == 1)
        #expect(fall.rule == "fall" && fall.severity == .urgent && fall.why.hasSuffix("Also: Ambulance."))
        _ = history.add(Sample.visit(8, ["emergency.called"]), policy: policy)
        #expect(history.alerts(policy: policy).map(\.rule) == ["fall", "ambulance"])
    }
}
