import Alerts
import Reports
import Testing
import Trends

struct BudgetTests {
    /// 30 clients over 150 days, every sign at 1 visit in 40: nothing changes.
    @Test func `clients in whom nothing changes stay within the budget of false alerts`() {
        let signs = ["medication.refused", "mobility.worse", "nutrition.poor", "cognition.confused", "mood.low"]
        var state: UInt64 = 42
        func draw(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        var alerts = 0
        for _ in 0..<30 {
            let visits = (0..<300).map { Sample.visit(Double($0) * 0.5, signs.filter { _ in draw(40) == 0 }) }
            alerts += everyAlert(visits).filter { $0.kind != .redFlag }.count
        }
        let clientYears = 30 * 150.0 / 365
        #expect(Double(alerts) / clientYears <= 2)
    }

    @Test func `a history made for other measures begins anew instead of failing`() throws {
        let old = Sample.history(Sample.quiet(0..<20) + [Sample.visit(20, ["mobility.fall"])])
        var history = try ClientHistory(decoding: old.encoded())
        var catalogue = Sample.catalogue
        catalogue.measures.removeLast(3)
        catalogue.composite = nil
        let policy = AlertPolicy(
            catalogue: catalogue, rules: Sample.policy.rules.filter { $0.kind != .pattern },
            planChanges: Sample.policy.planChanges, rulebook: "sha256:other")
        #expect(!history.fits(policy))
        #expect(history.add(Sample.visit(21, []), policy: policy) == .scored)
        #expect(history.fits(policy))
        #expect(history.alerts(policy: policy).map(\.rule) == ["fall"])
    }

    @Test func `a gloomy carer whose style is known raises no trend`() {
        var visits = Sample.quiet(0..<60)
        for day in 60..<100 { visits.append(Sample.visit(Double(day), day % 4 == 0 ? ["mood.low"] : [], carer: "W9")) }
        let styles = CarerStyles(offsets: ["W9": ["mood": 2.2]])
        #expect(rules(visits, .none).contains("mood-rising"))
        #expect(!rules(visits, styles).contains("mood-rising"))
    }

    private func rules(_ visits: [VisitFindings], _ styles: CarerStyles) -> [String] {
        var history = ClientHistory(client: "C1", policy: Sample.policy)
        for visit in visits { _ = history.add(visit, policy: Sample.policy, styles: styles) }
        return history.alerts(policy: Sample.policy).map(\.rule)
    }
}
