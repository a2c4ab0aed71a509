package import Reports

/// How often each measure was bad, week by week, over the last half year: what charts are drawn from without reading old reports.
package struct WeeklyTallies: Hashable, Sendable {
    package static let weeks = 26

    /// One week, from Monday 0:00 UTC.
    package struct Week: Hashable, Sendable {
        package var start: Instant
        package var bad: Int
        package var opportunities: Int
    }

    /// Since Monday 5 January 1970.
    private(set) var newest: Int64
    /// By measure, then by week modulo their number; a week of more than 255 observations counts as 255.
    private(set) var bad: [UInt8]
    private(set) var all: [UInt8]

    init(measures: Int) {
        newest = 0
        bad = Array(repeating: 0, count: measures * Self.weeks)
        all = bad
    }

    init(newest: Int64, bad: [UInt8], all: [UInt8]) {
        self.newest = newest
        self.bad = bad
        self.all = all
    }

    mutating func add(_ observations: [Observation?], at time: Instant) {
        let week = Self.week(of: time)
        advance(to: week)
        let slot = Self.slot(week)
        for (measure, observation) in observations.enumerated() {
            guard let observation else { continue }
            let index = measure * Self.weeks + slot
            all[index] = all[index] == .max ? .max : all[index] + 1
            if observation.category > 0, bad[index] < .max { bad[index] += 1 }
        }
    }

    /// The weeks of one measure up to that of `time`, the oldest first.
    package func weeks(of measure: Int, until time: Instant) -> [Week] {
        let last = Self.week(of: time)
        return (last - Int64(Self.weeks) + 1...last).map { week in
            let isKept = week <= newest && week > newest - Int64(Self.weeks)
            let index = measure * Self.weeks + Self.slot(week)
            return Week(
                start: Self.start(of: week), bad: isKept ? Int(bad[index]) : 0, opportunities: isKept ? Int(all[index]) : 0)
        }
    }

    /// When the oldest of the weeks up to that of `time` begins.
    package static func begin(until time: Instant) -> Instant { start(of: week(of: time) - Int64(weeks) + 1) }

    private mutating func advance(to week: Int64) {
        guard week > newest else { return }
        for passed in max(newest + 1, week - Int64(Self.weeks) + 1)...week {
            for measure in 0..<(all.count / Self.weeks) {
                bad[measure * Self.weeks + Self.slot(passed)] = 0
                all[measure * Self.weeks + Self.slot(passed)] = 0
            }
        }
        newest = week
    }

    private static let length: Int64 = 7 * 86_400
    private static let monday: Int64 = 4 * 86_400

    private static func week(of time: Instant) -> Int64 {
        let (quotient, rest) = (time.seconds - monday).quotientAndRemainder(dividingBy: length)
        return rest < 0 ? quotient - 1 : quotient
    }

    private static func start(of week: Int64) -> Instant { Instant(seconds: week * length + monday) }

    private static func slot(_ week: Int64) -> Int {
        let rest = Int(week % Int64(weeks))
        return rest < 0 ? rest + weeks : rest
    }
}
