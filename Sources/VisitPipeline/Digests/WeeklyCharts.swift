import Alerts
import Casebook
import Digests
import Reports
import Trends

/// How often each measure was bad, week by week, for the clients whose alerts need a chart.
struct WeeklyCharts {
    let book: Casebook
    let policy: AlertPolicy
    let asOf: Instant

    /// One chart for each measure that the client's alerts rest on.
    func charts(of client: String, for alerts: [Alert]) throws -> [ChartSeries] {
        let measures = Set(alerts.compactMap(\.measure)).filter { policy.plan.position[$0] != nil }.sorted()
        guard !measures.isEmpty else { return [] }
        let tallies = try tallies(of: client)
        return measures.compactMap { measure in
            policy.plan.position[measure].map { position in
                series(measure, weeks: tallies.weeks(of: position, until: asOf), alerts.filter { $0.measure == measure })
            }
        }
    }

    /// The client's history has them as of its newest visit; for an earlier day they are counted from the reports.
    private func tallies(of client: String) throws -> WeeklyTallies {
        if let record = try book.clients([client]).first, record.newest.map({ $0 <= asOf }) ?? false,
            let history = try? ClientHistory(decoding: record.history), history.fits(policy)
        {
            return history.weekly
        }
        var trends = ClientTrends(policy.plan)
        let begin = WeeklyTallies.begin(until: asOf)
        for filed in try book.reports(of: client, from: begin, through: asOf) where filed.scoring == .scored {
            _ = trends.observe(VisitFindings(filed.report, filed.signals), policy.plan, .none)
        }
        return trends.weekly
    }

    private func series(_ measure: String, weeks: [WeeklyTallies.Week], _ alerts: [Alert]) -> ChartSeries {
        let own = policy.catalogue.measures.first { $0.id == measure }
        let points = weeks.map { ChartSeries.Week(start: $0.start, bad: $0.bad, opportunities: $0.opportunities) }
        let onset = alerts.map { $0.onset ?? $0.opened }.min()
        return ChartSeries(
            measure: measure, title: own?.counted, points: points, usualRate: own.map { usual($0, weeks, before: onset) },
            alarms: alerts.map(\.opened))
    }

    /// Before the change seems to have begun, on top of what is usual over all clients.
    private func usual(_ measure: Measure, _ weeks: [WeeklyTallies.Week], before onset: Instant?) -> Double {
        let earlier = weeks.filter { week in onset.map { week.start.adding(days: 7) <= $0 } ?? true }
        let chance = measure.levels.reduce(0) { $0 + 1 / $1.oneIn }
        let bad = chance * measure.worth + Double(earlier.reduce(0) { $0 + $1.bad })
        return bad / (measure.worth + Double(earlier.reduce(0) { $0 + $1.opportunities }))
    }
}
