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

    private static let weeks = 26
    private static let week: Int64 = 7 * 86_400

    /// One chart for each measure that the client's alerts rest on.
    func charts(of client: String, for alerts: [Alert]) throws -> [ChartSeries] {
        let measures = Set(alerts.compactMap(\.measure)).filter { policy.plan.position[$0] != nil }
        guard !measures.isEmpty else { return [] }
        let begin = Instant(seconds: asOf.seconds - Int64(Self.weeks) * Self.week)
        let reports = try book.reports(of: client, from: begin, through: asOf).filter { $0.scoring == .scored }
        return series(of: reports, from: begin, measures.sorted(), alerts)
    }

    private func series(of reports: [FiledReport], from begin: Instant, _ measures: [String], _ alerts: [Alert]) -> [ChartSeries]
    {
        let positions = measures.compactMap { policy.plan.position[$0] }
        var onsets = onsets(of: measures, alerts)
        var trends = ClientTrends(policy.plan)
        var series = measures.map { measure in
            ChartSeries(
                measure: measure, title: title(measure), points: emptyWeeks(from: begin),
                alarms: alerts.filter { $0.measure == measure }.map(\.opened))
        }
        for filed in reports {
            for (index, position) in positions.enumerated() {
                guard let onset = onsets[index], filed.report.time >= onset else { continue }
                series[index].usualRate = trends.usual(position, policy.plan).chance
                onsets[index] = nil
            }
            let observed = trends.observe(VisitFindings(filed.report, filed.signals), policy.plan, .none)
            let week = Int((filed.report.time.seconds - begin.seconds) / Self.week)
            for (index, position) in positions.enumerated() {
                guard position < observed.observations.count, let observation = observed.observations[position],
                    series[index].points.indices.contains(week)
                else { continue }
                series[index].points[week].opportunities += 1
                if observation.category > 0 { series[index].points[week].bad += 1 }
            }
        }
        for index in series.indices where series[index].usualRate == nil {
            series[index].usualRate = trends.usual(positions[index], policy.plan).chance
        }
        return series
    }

    /// By measure, where the change seems to have begun: what is usual is taken from before.
    private func onsets(of measures: [String], _ alerts: [Alert]) -> [Instant?] {
        measures.map { measure in alerts.filter { $0.measure == measure }.map { $0.onset ?? $0.opened }.min() }
    }

    private func emptyWeeks(from begin: Instant) -> [ChartSeries.Week] {
        (0..<Self.weeks).map { week in
            ChartSeries.Week(start: Instant(seconds: begin.seconds + Int64(week) * Self.week), bad: 0, opportunities: 0)
        }
    }

    private func title(_ measure: String) -> String? { policy.catalogue.measures.first { $0.id == measure }?.counted }
}
