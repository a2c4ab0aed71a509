import ChangeDetection
import Reports
import Signals
import Testing
import Trends

struct CalibrationTests {
    private func plan(oneIn: Double) -> MeasurePlan {
        let measure = Measure(
            id: "mood", domain: "mood", title: "Mood", counted: "low mood",
            levels: [MeasureLevel(concepts: ["mood.low"], oneIn: oneIn)])
        return MeasurePlan(
            MeasureCatalogue(
                falseAlerts: 2, portions: BudgetPortions(trends: 1, composite: 0, recovery: 0, patterns: 0), measures: [measure]))
    }

    @Test(arguments: [3.0 / 7, 1, 4, 6], [0.002, 0.03, 0.3])
    func `a calibrated measure spends its budget within a fifth`(visitsPerDay: Double, chance: Double) throws {
        let plan = plan(oneIn: 1 / chance)
        let population = StablePopulation(
            clients: [StablePopulation.Client(visitsPerDay: visitsPerDay, measures: [(perVisit: 1, chances: [chance])])])
        let found = try #require(plan.calibrate("mood", on: population, alarms: 250, seed: 3))
        let interval = found.achieved.interval
        #expect(interval.lowerBound < 1.2 * found.budget && interval.upperBound > 0.8 * found.budget)
        #expect((0.75...1.25).contains(found.achieved.perYear / found.budget))
    }

    @Test func `a greater change is found sooner, and a client with few visits later`() {
        let plan = plan(oneIn: 30)
        let often = plan.detectability(of: 0, chances: [0.03], observationsPerDay: 4, known: 200)
        let seldom = plan.detectability(of: 0, chances: [0.03], observationsPerDay: 0.5, known: 200)
        #expect(often.changes[2].found > 0.95)
        #expect(often.changes[2].median ?? .infinity < often.changes[1].median ?? .infinity)
        #expect(often.changes[2].median ?? .infinity < seldom.changes[2].median ?? .infinity)
    }

    @Test func `weekly tallies are those of the last half year, by calendar weeks`() {
        let plan = plan(oneIn: 30)
        var trends = ClientTrends(plan)
        let monday = Instant.utc(year: 2026, month: 3, day: 2, hour: 8)
        for day in 0..<300 {
            let signals = day % 7 == 0 ? [Signal(concept: "mood.low", assertion: .present, start: 0, end: 0)] : []
            let report = VisitReport(
                id: "r\(day)", client: "C1", note: "All is well on day \(day), left comfortable.",
                start: monday.adding(days: Double(day)))
            _ = trends.observe(VisitFindings(report, signals), plan, .none)
        }
        let weeks = trends.weekly.weeks(of: 0, until: monday.adding(days: 299))
        #expect(weeks.count == 26)
        #expect(weeks.dropLast().allSatisfy { $0.bad == 1 && $0.opportunities == 7 })
        #expect(weeks.first?.start == Instant.utc(year: 2026, month: 6, day: 29))
    }
}
