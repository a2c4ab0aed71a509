package import Foundation

extension Simulation {
    package enum Format: String, CaseIterable, Sendable { case ndjson, csv }

    /// What was written.
    package struct Written: Sendable {
        package var reports: Int
        package var truths: [ClientTruth]
    }

    /// Writes `reports.ndjson` or `reports.csv`, `concepts.ndjson` (what each report says, by its id) and `truth.ndjson`.
    ///
    /// With `withNotes` the concepts are whole labelled notes, fit for `evaluate`.
    @discardableResult
    package func write(to folder: URL, format: Format = .ndjson, withNotes: Bool = false) throws -> Written {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var reports = try LineFile(folder.appending(path: "reports." + format.rawValue))
        var concepts = try LineFile(folder.appending(path: "concepts.ndjson"))
        if format == .csv { try reports.write(CSVReports.header, end: "\r\n") }
        var count = 0
        let truths = try run { notes in
            for note in notes {
                switch format {
                case .ndjson: try reports.write(note.report)
                case .csv: try reports.write(CSVReports.row(note.report), end: "\r\n")
                }
                try concepts.write(note.ndjson(withNote: withNotes))
                count += 1
            }
        }
        try reports.close()
        try concepts.close()
        var truth = try LineFile(folder.appending(path: "truth.ndjson"))
        for line in truths { try truth.write(line.ndjson) }
        try truth.close()
        return Written(reports: count, truths: truths)
    }
}
