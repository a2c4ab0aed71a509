package import Reports

/// How often a measure was bad, week by week, for one client.
package struct ChartSeries: Hashable, Sendable {
    package var measure: String
    /// What is counted, in people's words, e.g. `medicine not taken`; nil falls back to the measure's id.
    package var title: String?
    /// Oldest first.
    package var points: [Week]
    /// The client's own usual share of bad opportunities, 0...1; nil while unknown.
    package var usualRate: Double?
    /// When alerts on this measure were raised.
    package var alarms: [Instant]

    package init(
        measure: String, title: String? = nil, points: [Week], usualRate: Double? = nil, alarms: [Instant] = []
    ) {
        self.measure = measure
        self.title = title
        self.points = points
        self.usualRate = usualRate
        self.alarms = alarms
    }

    /// One week; without opportunities nothing is known, which is not the same as "fine".
    package struct Week: Hashable, Sendable {
        package var start: Instant
        package var bad: Int
        package var opportunities: Int

        package init(start: Instant, bad: Int, opportunities: Int) {
            self.start = start
            self.bad = bad
            self.opportunities = opportunities
        }

        /// 0...1; nil without opportunities.
        package var share: Double? {
            opportunities > 0 ? min(1, max(0, Double(bad) / Double(opportunities))) : nil
        }
    }
}
