extension Comparison {
    /// Median delay and share found, against false alerts a client-year (logarithmic); every contestant a line.
    package var svg: String {
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 430\" font-family=\"sans-serif\" font-size=\"12\">",
            "<title>Delay and changes found against false alerts</title>",
            "<rect width=\"960\" height=\"430\" fill=\"#fff\"/>",
        ]
        let delays = Panel(left: 60, title: "median days from onset to alert", top: 40) { $0.medianDelay }
        let found = Panel(left: 540, title: "changes found, percent", top: 100) { score in
            100 * Double(score.changesFound) / Double(max(1, score.changesInjected))
        }
        for panel in [delays, found] {
            lines += panel.axes
            for (index, contestant) in Contestant.allCases.enumerated() {
                lines += panel.curve(runs(of: contestant).map(\.score), colour: colours[index])
            }
        }
        for (index, contestant) in Contestant.allCases.enumerated() {
            let x = 40 + index * 130
            lines.append("<rect x=\"\(x)\" y=\"404\" width=\"14\" height=\"4\" fill=\"\(colours[index])\"/>")
            lines.append("<text x=\"\(x + 20)\" y=\"410\">\(contestant.rawValue)</text>")
        }
        return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
    }
}

private let colours = ["#0b5394", "#45818e", "#38761d", "#cc0000", "#e69138", "#674ea7", "#7f6000"]

/// One set of axes.
private struct Panel {
    var left: Double
    var title: String
    /// The value at the upper end.
    var top: Double
    var value: (ClientScore) -> Double

    private static let width = 360.0
    private static let height = 320.0
    private static let upper = 40.0
    /// Positions of the marks, so that no library's logarithm decides the digits.
    private static let marks: [Double] = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]

    var axes: [String] {
        var lines = [
            "<text x=\"\(tenths(left))\" y=\"28\" font-size=\"14\">\(title)</text>",
            "<rect x=\"\(tenths(left))\" y=\"\(tenths(Panel.upper))\" width=\"\(tenths(Panel.width))\" "
                + "height=\"\(tenths(Panel.height))\" fill=\"none\" stroke=\"#999\"/>",
        ]
        for mark in Panel.marks {
            lines.append(
                "<text x=\"\(tenths(x(mark)))\" y=\"376\" text-anchor=\"middle\">\(mark < 1 ? hundredths(mark) : tenths(mark))</text>"
            )
        }
        for part in 0...4 {
            let mark = top * Double(part) / 4
            lines.append(
                "<text x=\"\(tenths(left - 6))\" y=\"\(tenths(y(mark) + 4))\" text-anchor=\"end\">\(tenths(mark))</text>")
        }
        return lines + [
            "<text x=\"\(tenths(left + Panel.width / 2))\" y=\"394\" text-anchor=\"middle\">false alerts a client-year</text>"
        ]
    }

    func curve(_ scores: [ClientScore], colour: String) -> [String] {
        let points = scores.filter { $0.falsePerYear > 0 && value($0).isFinite }
            .map { (x: x($0.falsePerYear), y: y(min(top, value($0)))) }
        guard !points.isEmpty else { return [] }
        let path = points.map { "\(tenths($0.x)),\(tenths($0.y))" }.joined(separator: " ")
        let dots = points.map { "<circle cx=\"\(tenths($0.x))\" cy=\"\(tenths($0.y))\" r=\"3\" fill=\"\(colour)\"/>" }
        return ["<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"/>"] + dots
    }

    /// Between two marks, by the straight line.
    private func x(_ rate: Double) -> Double {
        let marks = Panel.marks
        let step = Panel.width / Double(marks.count - 1)
        let clamped = min(max(rate, marks[0]), marks[marks.count - 1])
        let index = min(marks.lastIndex { $0 <= clamped } ?? 0, marks.count - 2)
        return left + step * (Double(index) + (clamped - marks[index]) / (marks[index + 1] - marks[index]))
    }

    private func y(_ value: Double) -> Double { Panel.upper + Panel.height * (1 - min(value, top) / top) }
}
