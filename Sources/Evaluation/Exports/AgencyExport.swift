import ChangeDetection
package import Foundation
import Reports

/// An agency's export as it comes in real life: two branches, two formats, late, corrected, doubled and broken records.
///
/// - `riverside.ndjson` has the names of the contract; `hillside.csv` has another product's columns, dd/mm dates, local times,
///   a byte order mark and Windows line ends.
/// - Records stand in the order in which they reached the agency.
/// - What counts in the end is `truth.ndjson`: a report that first held another client's note is corrected later.
package struct AgencyExport: Sendable {
    private let settings: SimulationSettings
    private let phrases: PhraseBanks

    package init(_ settings: SimulationSettings = AgencyExport.standard, phrases: PhraseBanks) {
        self.settings = settings
        self.phrases = phrases
    }

    /// 40 clients over 10 weeks, across the change to summer time; something happens to 16, and 6 look as if.
    package static let standard = SimulationSettings(
        clients: 40, days: 70, seed: 2026, start: .utc(year: 2026, month: 1, day: 26), visitsPerDay: 0.4...3,
        only: [
            "medicines-missed", "eating-less", "low-mood", "mobility-drift", "general-decline", "weight-loss", "near-falls",
            "urine-infection", "pressure-damage", "family-strain", "fall", "self-harm", "chest-pain", "mobility-recovery",
            "silence", "service-failure", "hospital-stay", "holiday", "carer-gloomier", "carer-terser", "copied-notes",
            "chronic",
        ] + Array(repeating: Scenario.stable.id, count: 18), regions: [.uk, .ie])

    /// Writes both files into `export`, `truth.ndjson` and `concepts.ndjson` beside it.
    @discardableResult
    package func write(to folder: URL) throws -> ExportCounts {
        let export = folder.appending(path: "export", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: export, withIntermediateDirectories: true)
        var mess = ExportMess(seed: settings.seed)
        var concepts = try LineFile(folder.appending(path: "concepts.ndjson"))
        var sent: [SentReport] = []
        let truths = try Simulation(settings, phrases: phrases).run { day in
            sent += mess.sent(day.map(\.report))
            for note in day { try concepts.write(note.ndjson(withNote: false)) }
        }
        try concepts.close()
        var truth = try LineFile(folder.appending(path: "truth.ndjson"))
        for line in truths { try truth.write(line.ndjson) }
        try truth.close()
        sent.sort { ($0.received, $0.report.id) < ($1.received, $1.report.id) }
        let border = truths.count * 11 / 20
        let riverside = Set(truths.prefix(border).map(\.client))
        try writeNDJSON(sent.filter { riverside.contains($0.report.client) }, to: export, mess: &mess)
        try writeCSV(sent.filter { !riverside.contains($0.report.client) }, to: export, mess: &mess)
        return mess.counts
    }

    private func writeNDJSON(_ sent: [SentReport], to folder: URL, mess: inout ExportMess) throws {
        var file = try LineFile(folder.appending(path: "riverside.ndjson"))
        let broken = mess.brokenLines(among: sent.count)
        for (index, record) in sent.enumerated() {
            if let line = broken[index] { try file.write(line(record.report)) }
            try file.write(record.report)
        }
        try file.close()
    }

    private func writeCSV(_ sent: [SentReport], to folder: URL, mess: inout ExportMess) throws {
        var file = try LineFile(folder.appending(path: "hillside.csv"))
        try file.write("\u{FEFF}" + VisitTable.header, end: "\r\n")
        let broken = mess.brokenRows(among: sent.count)
        for (index, record) in sent.enumerated() {
            if let row = broken[index] { try file.write(row(record.report), end: "\r\n") }
            try file.write(VisitTable.row(record.report), end: "\r\n")
        }
        try file.close()
    }
}

/// How many records of each kind an export holds.
package struct ExportCounts: Hashable, Sendable {
    package var reports = 0
    package var duplicates = 0
    package var corrections = 0
    /// Among the reports: reached the agency two to nine days after the visit.
    package var late = 0
    /// Among the reports: reached it three weeks after the visit.
    package var tooLate = 0
    package var broken = 0

    package var records: Int { reports + duplicates + corrections + broken }
}

/// A report at one of the times it was sent.
struct SentReport: Sendable {
    var report: VisitReport
    var received: Instant

    init(_ report: VisitReport, received: Instant) {
        self.report = report
        self.report.received = received
        self.received = received
    }
}
