import Foundation

/// How far a long command has come: a bar on a terminal, a line now and then elsewhere.
struct Progress {
    private let isShown: Bool
    private let isInteractive = Terminal.isInteractive
    private let total: Int?
    private let unit: String
    private let begin = ContinuousClock.now
    private var last: ContinuousClock.Instant?
    private var isDrawn = false

    /// `total`: the work in the measure that `show(done:)` is given, when it is known.
    init(total: Int?, unit: String, isShown: Bool = true) {
        self.total = total.flatMap { $0 > 0 ? $0 : nil }
        self.unit = unit
        self.isShown = isShown
    }

    var seconds: Double { (ContinuousClock.now - begin) / .seconds(1) }

    /// `done` of the total, `count` of what is counted; drawn at most ten times a second, told every ten seconds.
    mutating func show(done: Int, count: Int) {
        let now = ContinuousClock.now
        let pause: Duration = isInteractive ? .milliseconds(100) : .seconds(10)
        guard isShown, now - (last ?? begin) >= pause else { return }
        last = now
        let words = "\(grouped(count)) \(unit), \(grouped(Int(Double(count) / max(seconds, 0.001)))) a second"
        guard isInteractive else { return Terminal.tell(share(done).map { "\($0) %: " + words } ?? words) }
        isDrawn = true
        Terminal.draw("\r\u{1B}[K" + bar(done) + words)
    }

    /// Takes the bar away, before other words and at the end.
    mutating func clear() {
        if isDrawn { Terminal.draw("\r\u{1B}[K") }
        isDrawn = false
    }

    private func share(_ done: Int) -> Int? { total.map { min(100, 100 * done / $0) } }

    private func bar(_ done: Int) -> String {
        guard let share = share(done) else { return "" }
        let full = share / 5
        return "[" + String(repeating: "=", count: full) + String(repeating: " ", count: 20 - full) + "] \(share) %  "
    }
}

/// With a comma between thousands.
func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var parts: [String] = []
    while digits.count > 3 {
        parts.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + ([digits] + parts).joined(separator: ",")
}

/// `1 record`, `2 records`.
func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? singular : plural ?? singular + "s")"
}
