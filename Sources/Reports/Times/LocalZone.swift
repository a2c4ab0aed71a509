import Foundation

/// The clock changes of one time zone from 1900 to 2201, found once, so that local times are read without locks.
struct LocalZone: Sendable {
    /// Each stretch of constant offset: its first second, and seconds east of UTC.
    private let stretches: [(start: Int64, offset: Int64)]

    init?(identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        stretches = Self.stretches(of: zone)
    }

    /// UTC: for times that are stored with an offset anyway.
    static let utc = LocalZone()

    private init() { stretches = [(.min, 0)] }

    /// The instants at which the zone's clocks show `local` (seconds as if it were UTC).
    ///
    /// - When clocks go back, a time occurs twice: `earlier` and `later` differ.
    /// - When clocks go forward, a time never occurs: it is read with the offset before the change, which moves it forward.
    func instants(showing local: Int64) -> (earlier: Instant, later: Instant) {
        // No offset exceeds a day, so only stretches that begin within a day of the time can show it.
        var index = lastStretch(startingBy: local - 86_400)
        var shown: [Int64] = []
        var beforeGap = local - stretches[index].offset
        while index < stretches.count, stretches[index].start <= local + 86_400 {
            let (start, offset) = stretches[index]
            let candidate = local - offset
            let end = index + 1 < stretches.count ? stretches[index + 1].start : .max
            if candidate >= start, candidate < end { shown.append(candidate) }
            if candidate >= end, shown.isEmpty { beforeGap = candidate }
            index += 1
        }
        let earlier = shown.first ?? beforeGap
        return (Instant(seconds: earlier), Instant(seconds: shown.last ?? earlier))
    }

    private func lastStretch(startingBy instant: Int64) -> Int {
        var low = 0
        var high = stretches.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if stretches[middle].start <= instant { low = middle } else { high = middle }
        }
        return low
    }

    private static func stretches(of zone: TimeZone) -> [(start: Int64, offset: Int64)] {
        func offset(_ second: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))))
        }
        let step: Int64 = 10 * 86_400
        var second = Instant.utc(year: 1900, month: 1, day: 1).seconds
        let last = Instant.utc(year: 2201, month: 1, day: 2).seconds
        var found: [(start: Int64, offset: Int64)] = [(.min, offset(second))]
        while second < last {
            let known = found[found.count - 1].offset
            if offset(second + step) != known {
                var low = second
                var high = second + step
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if offset(middle) == known { low = middle } else { high = middle }
                }
                found.append((high, offset(high)))
                second = high
            } else {
                second += step
            }
        }
        return found
    }
}
