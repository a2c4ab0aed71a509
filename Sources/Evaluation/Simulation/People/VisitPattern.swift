import ChangeDetection

/// On which days and at which times of day a client is visited.
struct VisitPattern: Sendable {
    var slots: [Persona.Slot]
    /// 0 = Monday.
    var weekdays: Set<Int>
    var weight: Double

    var perDay: Double { Double(slots.count * weekdays.count) / 7 }

    static let all = [
        VisitPattern(slots: [.morning], weekdays: [0, 2, 4], weight: 1),
        VisitPattern(slots: [.morning], weekdays: [0, 1, 2, 3, 4], weight: 1),
        VisitPattern(slots: [.morning], weekdays: Set(0..<7), weight: 2.5),
        VisitPattern(slots: [.morning, .tea], weekdays: Set(0..<7), weight: 3),
        VisitPattern(slots: [.morning, .lunch, .tea], weekdays: Set(0..<7), weight: 1.5),
        VisitPattern(slots: [.morning, .lunch, .tea, .bed], weekdays: Set(0..<7), weight: 1.5),
    ]

    /// One of the patterns within the range; the nearest one when there is none.
    static func pick(perDay range: ClosedRange<Double>, random: inout SplitMix64) -> VisitPattern {
        let fitting = all.filter { (range.lowerBound - 0.01...range.upperBound + 0.01).contains($0.perDay) }
        let middle = (range.lowerBound + range.upperBound) / 2
        let nearest = all.min { abs($0.perDay - middle) < abs($1.perDay - middle) }
        let choices = fitting.isEmpty ? [nearest ?? all[0]] : fitting
        return choices[random.index(weights: choices.map(\.weight))]
    }
}
