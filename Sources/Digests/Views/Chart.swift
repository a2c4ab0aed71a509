import Reports

/// A chart ready to draw: weekly shares against the client's usual range.
package struct Chart: Hashable, Sendable {
    package var series: ChartSeries
    /// The first day of each week, in the agency's zone; as many as the series has points.
    package var weeks: [LocalTime]
    package var alarms: [LocalTime]

    /// Nil when no week holds an opportunity: there is nothing to see.
    init?(_ series: ChartSeries, in material: DigestMaterial) {
        guard series.points.contains(where: { $0.opportunities > 0 }) else { return nil }
        self.series = series
        weeks = series.points.map { material.local($0.start) }
        alarms = series.alarms.map(material.local)
    }

    /// The weekly shares, 0...1, that nineteen in twenty usual weeks stay within (normal approximation to the binomial).
    package var usualRange: ClosedRange<Double>? {
        guard let usual = series.usualRate, usual.isFinite, (0...1).contains(usual) else { return nil }
        let counts = series.points.map(\.opportunities).filter { $0 > 0 }.sorted()
        guard !counts.isEmpty else { return nil }
        let spread = 1.96 * (usual * (1 - usual) / Double(counts[counts.count / 2])).squareRoot()
        return max(0, usual - spread)...min(1, usual + spread)
    }

    /// The newest week that has opportunities.
    package var latest: ChartSeries.Week? { series.points.last { $0.opportunities > 0 } }

    /// The top of the scale: the highest value shown, rounded up to a quarter.
    var top: Double {
        let highest = max(series.points.compactMap(\.share).max() ?? 0, usualRange?.upperBound ?? 0)
        return max(0.25, (highest * 4).rounded(.up) / 4)
    }
}
