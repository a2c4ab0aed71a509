extension Chart {
    /// The most weeks that a chart shows.
    static let mostWeeks = 26

    /// The weeks to draw: the newest ones.
    var shownWeeks: Range<Int> { max(0, series.points.count - Self.mostWeeks)..<series.points.count }

    /// One block a week, higher is worse; a dot where nothing was recorded.
    var sparkline: String {
        let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        return String(
            series.points[shownWeeks].map { point in
                guard let share = point.share else { return "\u{B7}" }
                return blocks[min(7, Int((share / top * 7).rounded(.up)))]
            })
    }
}
