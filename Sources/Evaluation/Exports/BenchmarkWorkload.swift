import ChangeDetection
package import Foundation
import Reports

/// A large export of uniform shape for measuring speed: reports of about 90 words, a year of visits of many clients.
///
/// Notes are put together from simulated ones, so that hardly two are the same and writing costs little.
package struct BenchmarkWorkload: Sendable {
    /// What was written.
    package struct Written: Sendable {
        package var reports: Int
        package var words: Int
        package var noteBytes: Int
    }

    private let reports: Int
    private let seed: UInt64
    private let pool: [VisitReport]

    package init(reports: Int = 200_000, seed: UInt64 = 1, phrases: PhraseBanks) {
        self.reports = reports
        self.seed = seed
        var pool: [VisitReport] = []
        Simulation(SimulationSettings(clients: 200, days: 10, seed: seed), phrases: phrases).run { day in
            pool += day.map(\.report).filter { !$0.note.isEmpty }
        }
        self.pool = pool
    }

    /// Writes the same reports as NDJSON and as CSV, in order of time; either may be left out.
    @discardableResult
    package func write(ndjson: URL?, csv: URL?) throws -> Written {
        var written = Written(reports: 0, words: 0, noteBytes: 0)
        if let ndjson {
            var file = try LineFile(ndjson)
            written = try each { try file.write($0) }
            try file.close()
        }
        if let csv {
            var file = try LineFile(csv)
            try file.write(CSVReports.header, end: "\r\n")
            written = try each { try file.write(CSVReports.row($0), end: "\r\n") }
            try file.close()
        }
        return written
    }

    private func each(_ body: (VisitReport) throws -> Void) throws -> Written {
        var random = SplitMix64(seed: seed, stream: 0xBE)
        var written = Written(reports: 0, words: 0, noteBytes: 0)
        // Two visits a day and client over a year; the clients follow from the number of reports.
        let clients = max(1, reports / 730)
        let start = Instant.utc(year: 2025, month: 1, day: 6)
        for number in 0..<reports {
            let (text, words) = note(random: &random)
            let minutes = Int64(number / clients) * 720 + Int64(480 + number % clients * 240 / clients)
            let begin = Instant(seconds: start.seconds + minutes * 60)
            let report = VisitReport(
                id: "B\(number + 1)", client: "C\(number % clients + 1)", note: text, start: begin,
                end: Instant(seconds: begin.seconds + 1_800), carer: "W\(random.below(clients / 4 + 3) + 1)",
                medicationDue: true, region: "UK")
            try body(report)
            written.reports += 1
            written.words += words
            written.noteBytes += text.utf8.count
        }
        return written
    }

    private func note(random: inout SplitMix64) -> (text: String, words: Int) {
        var text = ""
        var words = 0
        while words < 72, let piece = random.pick(pool)?.note {
            if !text.isEmpty { text += text.utf8.last == UInt8(ascii: ".") ? " " : ". " }
            text += piece
            words += 1 + piece.utf8.count { $0 == 0x20 || $0 == 0x0A }
        }
        return (text, words)
    }
}
