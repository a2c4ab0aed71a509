import Reports

/// How often the client is visited: the last gaps between visits, in seconds.
struct VisitRhythm: Hashable, Sendable {
    /// The newest last; at most 21.
    private(set) var gaps: [Int64] = []
    private(set) var last: Instant?

    init(gaps: [Int64] = [], last: Instant? = nil) {
        self.gaps = gaps
        self.last = last
    }

    /// `isReturn`: the gap was a leave and says nothing of the rhythm.
    mutating func add(_ time: Instant, isReturn: Bool) {
        if let last, !isReturn {
            gaps.append(time.seconds - last.seconds)
            if gaps.count > 21 { gaps.removeFirst() }
        }
        last = time
    }

    /// In days.
    var medianGap: Double {
        guard !gaps.isEmpty else { return 1 }
        return Double(gaps.sorted()[gaps.count / 2]) / 86_400
    }

    /// Over the last gaps, none longer than a week.
    var visitsPerDay: Double {
        guard !gaps.isEmpty else { return 1 }
        let sum = gaps.reduce(0.0) { $0 + Double(min($1, 604_800)) } / 86_400
        return min(Double(gaps.count) / max(sum, 0.1), 24)
    }

    /// When a report should be there at the latest; nil while the rhythm is unknown.
    func due(_ rule: Silence) -> Instant? {
        guard let last, gaps.count >= rule.after else { return nil }
        let longest = Double(gaps.max() ?? 0) / 86_400
        let wait = max(medianGap * rule.factor, longest * rule.longest)
        return last.adding(days: max(rule.floor, min(rule.ceiling, wait)))
    }
}
