import ChangeDetection
import Reports

/// What goes wrong between a visit and the agency's file.
struct ExportMess: Sendable {
    private(set) var counts = ExportCounts()
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed, stream: 0xE5) }

    /// A day's reports as they are sent: most once and soon, some late, twice, or first with another client's note.
    mutating func sent(_ reports: [VisitReport]) -> [SentReport] {
        reports.enumerated().flatMap { index, report in
            counts.reports += 1
            let soon = report.received ?? report.time
            if random.chance(0.015) {
                counts.late += 1
                return [SentReport(report, received: soon.adding(days: random.within(2.0...9.0).rounded(.down)))]
            }
            if random.chance(0.0008) {
                counts.tooLate += 1
                return [SentReport(report, received: soon.adding(days: 21))]
            }
            if random.chance(0.01) {
                counts.duplicates += 1
                let first = SentReport(report, received: soon)
                return [first, first]
            }
            let other = reports[(index + 1) % reports.count]
            if random.chance(0.008), other.client != report.client, other.note != report.note {
                counts.corrections += 1
                var mistaken = report
                mistaken.note = other.note
                let corrected = SentReport(report, received: soon.adding(days: Double(random.within(1...3))))
                return [SentReport(mistaken, received: soon), corrected]
            }
            return [SentReport(report, received: soon)]
        }
    }

    /// By the index of the record before which they stand: lines that are no report.
    mutating func brokenLines(among count: Int) -> [Int: @Sendable (VisitReport) -> String] {
        place(
            [
                { String($0.ndjsonLine.prefix(120)) },
                { _ in "-- end of page 1 --" },
                { "{\"id\":\"\($0.id)-b\",\"start\":\"\($0.start.iso8601)\",\"note\":\"Left without a client\"}" },
                {
                    "{\"id\":\"\($0.id)-c\",\"client\":\"\($0.client)\",\"start\":\"2026-02-31T09:00:00Z\",\"note\":\"All well\"}"
                },
                { "{\"id\":\"\($0.id)-d\",\"client\":\"\($0.client)\",\"start\":\"tomorrow\",\"note\":\"All well\"}" },
            ], among: count)
    }

    /// The same for rows of the table.
    mutating func brokenRows(among count: Int) -> [Int: @Sendable (VisitReport) -> String] {
        place(
            [
                { "\($0.id)-b,\($0.client)" },
                { "\($0.id)-c,\($0.client),W1,31/02/2026,09:00,09:30,,,,,All well" },
                { "\($0.id)-d,,W1,02/02/2026,09:00,09:30,,,,,All well" },
                { "\($0.id)-e,\($0.client),W1,02/02/2026,25:70,09:30,,,,,All well" },
            ], among: count)
    }

    private mutating func place(
        _ lines: [@Sendable (VisitReport) -> String], among count: Int
    ) -> [Int: @Sendable (VisitReport) -> String] {
        guard count > 1 else { return [:] }
        var placed: [Int: @Sendable (VisitReport) -> String] = [:]
        for line in lines {
            var index = random.within(1...count - 1)
            while placed[index] != nil, placed.count < count - 1 { index = 1 + index % (count - 1) }
            placed[index] = line
        }
        counts.broken += placed.count
        return placed
    }
}
