import Evaluation
import Foundation
import Rulebook

/// The folder that the measured programs work in, and what is measured there.
struct Workbench {
    private let folder: URL
    private let isTemporary: Bool
    private let program: URL
    private let config: [String]
    private let rounds: Int

    init(folder: String?, program: String?, config: String?, rounds: Int) throws {
        isTemporary = folder == nil
        let files = FileManager.default
        self.folder =
            folder.map { URL(filePath: $0, directoryHint: .isDirectory) }
            ?? files.temporaryDirectory.appending(path: "visitwatch-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
        try files.createDirectory(at: self.folder, withIntermediateDirectories: true)
        let beside = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "visitwatch")
        self.program = program.map { URL(filePath: $0) } ?? beside ?? URL(filePath: "visitwatch")
        self.config = config.map { ["--config", $0] } ?? []
        self.rounds = rounds
    }

    func cleanUp() {
        if isTemporary { try? FileManager.default.removeItem(at: folder) }
    }

    /// `run` into a new store as a multiple of the bare import of the same reports.
    func runAgainstImport(reports: Int) throws -> String {
        let (ndjson, csv) = (path("reports.ndjson"), path("reports.csv"))
        let written = try workload(reports).write(ndjson: URL(filePath: ndjson), csv: URL(filePath: csv))
        defer { remove(ndjson, csv) }
        let words = "\(reports) reports of \(written.words / max(1, written.reports)) words"
        let imported = try fastest { try importCSV(csv) }
        let run = try fastest { try runIntoNewStore(ndjson) }
        return """
            \(words)
              sqlite3 .import of the CSV   \(imported)
              visitwatch run               \(run)
              ratio                        \(decimal(run.seconds / imported.seconds)) times the import
            """
    }

    func peakMemory(reports: [Int]) throws -> String {
        var lines = ["peak memory of visitwatch run"]
        for count in reports {
            let ndjson = path("reports.ndjson")
            try workload(count).write(ndjson: URL(filePath: ndjson), csv: nil)
            defer { remove(ndjson) }
            let run = try runIntoNewStore(ndjson)
            lines.append("  \(count) reports: \(decimal(run.peakMegabytes)) MB (\(decimal(run.seconds)) s)")
        }
        return lines.joined(separator: "\n")
    }

    func extraction(reports: Int) throws -> String {
        let ndjson = path("reports.ndjson")
        let written = try workload(reports).write(ndjson: URL(filePath: ndjson), csv: nil)
        defer { remove(ndjson) }
        let run = try fastest {
            try MeasuredProcess.run(program, ["extract", "--quiet", "--format", "ndjson", ndjson] + config)
        }
        let megabytes = Double(written.noteBytes) / 1e6
        return """
            \(reports) reports, \(decimal(megabytes)) MB of note text
              visitwatch extract           \(run)
              note text                    \(decimal(megabytes / run.processorSeconds)) MB a second and core, \
            \(decimal(megabytes / run.seconds)) MB a second
            """
    }

    private func workload(_ reports: Int) throws -> BenchmarkWorkload {
        BenchmarkWorkload(reports: reports, phrases: try PhraseBanks(ConfigFiles.builtIn))
    }

    private func importCSV(_ csv: String) throws -> MeasuredProcess {
        let database = path("import.sqlite")
        defer { remove(database) }
        return try MeasuredProcess.run(
            URL(filePath: "/usr/bin/env"), ["sqlite3", database, ".mode csv", ".import '\(csv)' reports"])
    }

    private func runIntoNewStore(_ ndjson: String) throws -> MeasuredProcess {
        let store = path("store.sqlite")
        defer { remove(store, store + "-wal", store + "-shm", store + "-lock", path("digests")) }
        return try MeasuredProcess.run(
            program, ["run", ndjson, "--quiet", "--store", store, "--out", path("digests")] + config)
    }

    private func fastest(_ measure: () throws -> MeasuredProcess) throws -> MeasuredProcess {
        var best = try measure()
        for _ in 1..<max(1, rounds) {
            let next = try measure()
            if next.seconds < best.seconds { best = next }
        }
        return best
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    private func remove(_ paths: String...) {
        for path in paths { try? FileManager.default.removeItem(atPath: path) }
    }
}

/// With two digits behind the point.
func decimal(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}
