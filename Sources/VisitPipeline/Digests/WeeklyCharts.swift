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
        var weeks = WeeklyCounts(measures: measures, alerts: alerts, policy: policy, asOf: asOf)
        for filed in try book.reports(of: client, from: weeks.begin, through: asOf) where filed.scoring == .scored {
            weeks.add(VisitFindings(filed.report, filed.signals))
        }
        return weeks.series
    }
}

/// Counts a client's visits into weeks, measure by measure.
private struct WeeklyCounts {
    private(set) var series: [ChartSeries]
    let begin: Instant
    private let policy: AlertPolicy
    private let positions: [Int]
    private var trends: ClientTrends
    /// By measure, where the change seems to have begun: what is usual is taken from before, unless an alarm says it.
    private var onsets: [Instant?]

    private static let weeks: Int64 = 26
    private static let week: Int64 = 7 * 86_400

    init(measures: [String], alerts: [Alert], policy: AlertPolicy, asOf: Instant) {
        let begin = Instant(seconds: asOf.seconds - Self.weeks * Self.week)
        self.begin = begin
        self.policy = policy
        positions = measures.compactMap { policy.plan.position[$0] }
        trends = ClientTrends(policy.plan)
        let empty = (0..<Self.weeks).map { week in
            ChartSeries.Week(start: Instant(seconds: begin.seconds + week * Self.week), bad: 0, opportunities: 0)
        }
        let own = measures.map { measure in alerts.filter { $0.measure == measure } }
        onsets = own.map { alerts in alerts.map { $0.onset ?? $0.opened }.min() }
        series = zip(measures, own).map { measure, alerts in
            let counted = policy.catalogue.measures.first { $0.id == measure }?.counted
            return ChartSeries(measure: measure, title: counted, points: empty, alarms: alerts.map(\.opened))
        }
    }

    mutating func add(_ visit: VisitFindings) {
        noteUsual(before: visit.time)
        let observed = trends.observe(visit, policy.plan, .none)
        for alarm in observed.alarms {
            if let index = series.firstIndex(where: { $0.measure == alarm.measure }) { series[index].usualRate = alarm.usual }
        }
        let week = Int((visit.time.seconds - begin.seconds) / Self.week)
        for (index, position) in positions.enumerated() where observed.observations.indices.contains(position) {
            guard let observation = observed.observations[position], series[index].points.indices.contains(week) else { continue }
            series[index].points[week].opportunities += 1
            if observation.category > 0 { series[index].points[week].bad += 1 }
        }
    }

    private mutating func noteUsual(before time: Instant) {
        for (index, position) in positions.enumerated() {
            guard let onset = onsets[index], time >= onset else { continue }
            series[index].usualRate = trends.usual(position, policy.plan).chance
            onsets[index] = nil
        }
    }
}
