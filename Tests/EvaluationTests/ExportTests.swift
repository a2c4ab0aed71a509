import Evaluation
import Foundation
import Reports
import Testing

struct ExportTests {
    @Test func `an agency's export adds up and is the same for the same seed`() throws {
        try withFolder { folder in
            var settings = AgencyExport.standard
            settings.days = 21
            let export = AgencyExport(settings, phrases: try PhraseFile.banks())
            let counts = try export.write(to: folder)
            let lines = try read(folder, "export/riverside.ndjson").split(separator: "\n").count
            let rows = try rows(of: read(folder, "export/hillside.csv")) - 1
            #expect(lines + rows == counts.records)
            #expect(counts.duplicates > 0 && counts.corrections > 0 && counts.late > 0 && counts.broken == 9)
            let first = try read(folder, "export/hillside.csv")
            try export.write(to: folder)
            #expect(try read(folder, "export/hillside.csv") == first)
        }
    }

    @Test func `local times of the table follow summer time`() throws {
        try withFolder { folder in
            var settings = AgencyExport.standard
            settings.start = .utc(year: 2026, month: 3, day: 27)
            settings.days = 5
            try AgencyExport(settings, phrases: try PhraseFile.banks()).write(to: folder)
            let table = try read(folder, "export/hillside.csv")
            #expect(table.hasPrefix("\u{FEFF}Visit ID,"))
            let planned = table.split(separator: "\r\n").compactMap { row -> (day: Substring, time: Substring)? in
                let cells = row.split(separator: ",", omittingEmptySubsequences: false)
                guard cells.count >= 11, cells[6].hasSuffix(":00") || cells[6].count == 16 else { return nil }
                return (cells[6].prefix(10), cells[6].suffix(5))
            }
            let winter = Set(planned.filter { $0.day == "27/03/2026" }.map(\.time))
            let summer = Set(planned.filter { $0.day == "30/03/2026" }.map(\.time))
            #expect(!winter.isDisjoint(with: summer))
        }
    }

    @Test func `the benchmark's reports have about ninety words and differ`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "reports.ndjson")
            let written = try BenchmarkWorkload(reports: 1_000, phrases: try PhraseFile.banks()).write(ndjson: file, csv: nil)
            #expect(written.reports == 1_000)
            #expect((80...100).contains(written.words / written.reports))
            let lines = try read(folder, "reports.ndjson").split(separator: "\n")
            #expect(Set(try lines.map { try VisitReport(ndjson: String($0)).note }).count > 990)
        }
    }

    @Test func `a simulation is written as reports, concepts and truth in either format`() throws {
        try withFolder { folder in
            let simulation = Simulation(SimulationSettings(clients: 6, days: 6), phrases: try PhraseFile.banks())
            let written = try simulation.write(to: folder, format: .csv, withNotes: true)
            #expect(try rows(of: read(folder, "reports.csv")) == written.reports + 1)
            let labels = try LabelledNote.notes(inNDJSON: Data(contentsOf: folder.appending(path: "concepts.ndjson")))
            #expect(labels.count == written.reports)
            #expect(labels.contains { !$0.report.note.isEmpty })
        }
    }

    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "evaluation-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func read(_ folder: URL, _ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    /// Line ends outside of quotes.
    private func rows(of table: String) -> Int {
        var isQuoted = false
        return table.utf8.count { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == 0x0A && !isQuoted
        }
    }
}
