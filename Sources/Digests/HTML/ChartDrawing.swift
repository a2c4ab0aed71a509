/// A chart as inline SVG: bars of weekly shares over the shaded usual range, triangles where an alert was raised.
struct ChartDrawing {
    private static let width = 320.0
    private static let height = 116.0
    private static let left = 40.0
    private static let right = 4.0
    private static let top = 16.0
    private static let bottom = 18.0

    let chart: Chart
    let phrasing: Phrasing
    /// Unique within the page.
    let id: String

    var figure: HTML {
        """
        <figure>
        <svg viewBox="0 0 320 116" role="img" aria-labelledby="\(id)-title \(id)-desc">
        <title id="\(id)-title">\(phrasing.chartTitle(chart))</title>
        <desc id="\(id)-desc">\(phrasing.description(chart))</desc>
        \(scale)\(usual)\(bars)\(alarms)\(dates)</svg>
        <figcaption><strong>\(phrasing.measure(chart))</strong>: \(phrasing.level(chart))</figcaption>
        </figure>

        """
    }

    private var shown: Range<Int> { chart.shownWeeks }
    private var slot: Double { (Self.width - Self.left - Self.right) / Double(max(1, shown.count)) }

    private func x(_ week: Int) -> Double { Self.left + Double(week - shown.lowerBound) * slot }

    private func y(_ share: Double) -> Double {
        Self.height - Self.bottom - share / chart.top * (Self.height - Self.top - Self.bottom)
    }

    private var scale: HTML {
        let percent = Int((chart.top * 100).rounded())
        return """
            <line class="axis" x1="\(point(Self.left))" x2="\(point(Self.width - Self.right))" y1="\(point(y(0)))" y2="\(point(y(0)))"/>
            <text x="\(point(Self.left - 4))" y="\(point(y(0) + 1))" text-anchor="end">0</text>
            <text x="\(point(Self.left - 4))" y="\(point(Self.top + 7))" text-anchor="end">\(percent)%</text>

            """
    }

    private var usual: HTML? {
        guard let range = chart.usualRange, let rate = chart.series.usualRate else { return nil }
        let (ceiling, floor) = (y(range.upperBound), y(range.lowerBound))
        let span = Self.width - Self.left - Self.right
        return """
            <rect class="usual" x="\(point(Self.left))" y="\(point(ceiling))" width="\(point(span))" height="\(point(floor - ceiling))"/>
            <line class="rate" x1="\(point(Self.left))" x2="\(point(Self.left + span))" y1="\(point(y(rate)))" y2="\(point(y(rate)))"/>

            """
    }

    private var bars: [HTML] {
        let usual = chart.usualRange ?? 0...1
        return shown.map { week in
            let point = chart.series.points[week]
            guard let share = point.share else { return gap(week) }
            return bar(week, share: share, usual: usual, label: "\(point.bad)/\(point.opportunities)")
        }
    }

    private func bar(_ week: Int, share: Double, usual: ClosedRange<Double>, label: String) -> HTML {
        let height = max(share > 0 ? 2 : 1, y(0) - y(share))
        let isLabelled = !usual.contains(share) && (slot >= 26 || week == shown.upperBound - 1)
        let text: HTML =
            isLabelled
            ? "<text class=\"count\" x=\"\(point(x(week) + slot / 2))\" y=\"\(point(y(share) - 3))\" text-anchor=\"middle\">\(label)</text>"
            : ""
        let mark = share > usual.upperBound ? "bar unusual" : share < usual.lowerBound ? "bar better" : "bar"
        return """
            <rect class="\(mark)" x="\(point(x(week) + slot * 0.16))" y="\(point(y(0) - height))" width="\(point(slot * 0.68))" height="\(point(height))" rx="1"/>\(text)

            """
    }

    /// Nothing recorded: a ring on the axis, for it is not the same as none.
    private func gap(_ week: Int) -> HTML {
        "<circle class=\"gap\" cx=\"\(point(x(week) + slot / 2))\" cy=\"\(point(y(0) - 3))\" r=\"2\"/>\n"
    }

    private var alarms: [HTML] {
        let days = chart.alarms.compactMap(position)
        return days.map { x in
            let (left, right, tip) = (point(x - 4), point(x + 4), point(9))
            return "<path class=\"alarm\" d=\"M\(left) 2H\(right)L\(point(x)) \(tip)Z\"/>\n"
        }
    }

    private func position(_ alarm: LocalTime) -> Double? {
        guard let week = shown.last(where: { chart.weeks[$0].instant <= alarm.instant }) else { return nil }
        let days = Double(alarm.dayNumber - chart.weeks[week].dayNumber)
        guard days < 7 else { return nil }
        return x(week) + slot * (days + 0.5) / 7
    }

    private var dates: HTML? {
        guard let first = shown.first, let last = shown.last else { return nil }
        let end: HTML =
            last > first
            ? """
            <text x="\(point(Self.width - Self.right))" y="\(point(Self.height - 4))" text-anchor="end">\(phrasing.day(chart.weeks[last]))</text>

            """ : ""
        return """
            <text x="\(point(Self.left))" y="\(point(Self.height - 4))">\(phrasing.day(chart.weeks[first]))</text>
            \(end)
            """
    }

    /// A coordinate with one decimal.
    private func point(_ value: Double) -> HTML {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let size = abs(tenths)
        return size % 10 == 0 ? "\(size == 0 ? "" : sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
    }
}
