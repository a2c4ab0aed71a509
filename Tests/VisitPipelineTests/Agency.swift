import Alerts
import Casebook
import Foundation
import Reports
import Rulebook
import VisitPipeline

/// A made-up agency with a store of its own that vanishes with the test.
final class Agency {
    let folder: URL
    let rulebook: Rulebook
    private let owner: Agency?
    var path: String { folder.appending(path: "visitwatch.sqlite").path() }

    init(rulebook: Rulebook? = nil) throws {
        self.rulebook = try rulebook ?? Rulebook.withSmallLexicon()
        owner = nil
        folder = FileManager.default.temporaryDirectory.appending(path: "pipeline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private init(tuned owner: Agency, rulebook: Rulebook) {
        self.owner = owner
        folder = owner.folder
        self.rulebook = rulebook
    }

    /// The same store under another rulebook.
    func tuned(_ rulebook: Rulebook) -> Agency { Agency(tuned: self, rulebook: rulebook) }

    deinit { if owner == nil { try? FileManager.default.removeItem(at: folder) } }

    @discardableResult
    func run(
        _ reports: [VisitReport], extra: String = "", recordsPerBatch: Int = 200,
        report: @escaping @Sendable (RunEvent) throws -> Void = { _ in }
    ) async throws -> RunSummary {
        let text = reports.map { $0.ndjsonLine + "\n" }.joined() + extra
        let book = try Casebook.openForRun(at: path)
        let run = try BatchRun(
            book: book, rulebook: rulebook, recordsPerBatch: recordsPerBatch, clock: { Instant(seconds: 0) }, report: report)
        return try await run.run([.bytes(name: "week.ndjson", content: Array(text.utf8))], names: ["week.ndjson"])
    }

    func book() throws -> Casebook { try Casebook.openForReading(at: path) }

    /// As `alerts list --format ndjson` has it.
    func alertLines(asOf: Instant? = nil) throws -> [String] {
        try AlertList(in: book(), policy: rulebook.policy, asOf: asOf).alerts.map(\.ndjsonLine)
    }

    /// Each client's history as it is stored.
    func histories() throws -> [[UInt8]] {
        let book = try book()
        return try book.clients(book.clientNames()).map(\.history)
    }

    /// Everything in the store that the time of the run must not touch.
    func dump() throws -> [String] {
        let book = try book()
        var lines: [String] = []
        for client in try book.clientNames() {
            lines += try book.clients([client]).map { "\($0)" }
            lines += try book.reports(of: client).map { "\($0)" }
        }
        for stored in try book.alerts() {
            lines.append("\(stored)")
            lines += try book.ledger(of: stored.alert.id).map { "\($0)" }
        }
        return lines + (try book.putAside().map { "\($0)" })
    }
}
