import Reports
import Signals
import Testing
import Trends

struct OpportunityTests {
    private let start = Instant.utc(year: 2026, month: 3, day: 2, hour: 8)
    private let plan = MeasurePlan(
        MeasureCatalogue(
            notSeen: ["visit.no-access"],
            measures: [
                measure("medication", "medication.missed", .medicineDue), measure("pain", "pain.present", .writtenNote),
                measure("weight", "nutrition.weight-loss", .mentioned), measure("visits", "visit.late", .everyVisit),
            ]))

    private static func measure(_ id: String, _ concept: Concept, _ opportunity: Opportunity) -> Measure {
        Measure(
            id: id, domain: concept.domain, title: id, counted: id, opportunity: opportunity,
            levels: [MeasureLevel(concepts: [concept], oneIn: 30)])
    }

    /// By measure: the category seen, nil for no observation.
    private func seen(
        _ note: String = "All is well, left comfortable.", _ concepts: [(Concept, Assertion)] = [], due: Bool? = nil,
        planned: Instant? = nil
    ) -> [Int?] {
        let signals = concepts.map { Signal(concept: $0.0, assertion: $0.1, start: 0, end: 0) }
        let report = VisitReport(
            id: "r", client: "C", note: note, start: start, scheduledStart: planned, medicationDue: due)
        var trends = ClientTrends(plan)
        return trends.observe(VisitFindings(report, signals), plan, .none).observations.map { $0?.category }
    }

    @Test func `a written note is an opportunity and one that says little is not`() {
        #expect(seen() == [0, 0, nil, 0])
        #expect(seen("ok") == [nil, nil, nil, 0])
    }

    @Test func `no medicine due, no opportunity to miss one, unless it is told`() {
        #expect(seen(due: false) == [nil, 0, nil, 0])
        #expect(seen("ok", [("medication.missed", .present)], due: false)[0] == 1)
    }

    @Test func `a denial is an observation that all was well`() {
        #expect(seen("ok", [("pain.present", .absent)])[1] == 0)
        #expect(seen("ok", [("nutrition.weight-loss", .absent)])[2] == 0)
        #expect(seen("ok", [("pain.present", .historical)])[1] == nil)
    }

    @Test func `a client who was not there tells nothing but the visit itself`() {
        #expect(seen("No reply at the door, rang twice.", [("visit.no-access", .present)]) == [nil, nil, nil, 0])
    }

    @Test func `a late start is a late visit though nobody wrote so`() {
        #expect(seen(planned: start.adding(days: -0.05))[3] == 1)
        #expect(seen(planned: start)[3] == 0)
    }
}
