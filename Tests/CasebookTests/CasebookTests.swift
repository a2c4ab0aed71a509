import Alerts
import Foundation
import Reports
import Signals
import Testing

@testable import Casebook

struct CasebookTests {
    let store: TemporaryStore
    let book: Casebook
    let run: Int64

    init() throws {
        store = try TemporaryStore()
        book = try store.open()
        run = try book.beginRun(inputs: ["week.csv"], rulebook: "sha256:1", at: instant(0)).number
    }

    @Test func `a report comes back as it was filed, in the order of visits`() throws {
        var odd = FiledReport.sample("r2", note: "Tea \u{1}\"quoted\"\n\ttwo 🫖 cups", at: 10)
        odd.signals = [.fall, .pressure]
        odd.report.tasks = [TickedTask(task: "wash", done: false, reason: "asleep")]
        odd.contentHash = odd.report.contentHash
        var batch = CasebookBatch()
        batch.new = [.sample("r3", at: 20), odd, .sample("r1", at: 10), .sample("r9", client: "C2")]
        try book.write(batch, run: run)
        let filed = try book.reports(of: "C1")
        #expect(filed.map(\.report.id) == ["r1", "r2", "r3"])
        #expect(filed[1] == odd)
        #expect(try book.verify { _ in true } == [])
    }

    @Test func `a correction takes the report's place and the earlier version is remembered`() throws {
        var batch = CasebookBatch()
        batch.new = [.sample("r1", note: "first")]
        try book.write(batch, run: run)
        var correction = CasebookBatch()
        correction.corrected = [.sample("r1", client: "C2", note: "second")]
        try book.write(correction, run: run)
        #expect(try book.reports(of: "C1").isEmpty)
        #expect(try book.reports(of: "C2").map(\.report.note) == ["second"])
        let first = VisitReport.sample("r1", note: "first")
        #expect(try book.earlierVersion(of: "r1", contentHash: first.contentHash) == .some(nil))
        #expect(try book.earlierVersion(of: "r1", contentHash: 7) == nil)
    }

    @Test func `a batch is written wholly or not at all`() throws {
        var batch = CasebookBatch()
        batch.new = [.sample("r1"), .sample("r1")]
        batch.clients = [.sample("C1")]
        #expect(throws: CasebookError.self) { try book.write(batch, run: run) }
        #expect(try book.reportCount() == 0)
        #expect(try book.clientNames() == [])
    }

    @Test func `an error of the database never shows what was being written`() throws {
        var batch = CasebookBatch()
        batch.new = [.sample("r1", note: "SECRET"), .sample("r1", note: "SECRET")]
        let error = #expect(throws: CasebookError.self) { try book.write(batch, run: run) }
        #expect(error?.description.contains("SECRET") == false)
        #expect(error.map { String(describing: $0).contains("r1") } == false)
    }

    @Test func `the same record put aside twice waits once, until it was read after all`() throws {
        var batch = CasebookBatch()
        let broken = PutAside(
            place: RecordPlace(file: "a.csv", line: 3, byte: 99), reason: "no client", raw: [44, 44, 255], format: .csv,
            header: [105, 100])
        batch.putAside = [broken, broken]
        try book.write(batch, run: run)
        #expect(try book.putAside().map(\.record) == [broken])
        var retry = CasebookBatch()
        retry.retried = [broken.key]
        try book.write(retry, run: run)
        #expect(try book.putAside().isEmpty)
    }

    @Test func `an alert that is withdrawn stays, with the reason, and its ledger tells the story`() throws {
        var batch = CasebookBatch()
        batch.new = [.sample("r1")]
        batch.changes = [
            .opened(.sample("a_2", at: 5)), .opened(.sample("a_1", at: 5)),
            .withdrawn(.sample("a_2", at: 5), reason: "corrected"),
        ]
        try book.write(batch, run: run)
        let alerts = try book.alerts()
        #expect(alerts.map(\.alert.id) == ["a_1", "a_2"])
        #expect(alerts.map(\.withdrawnReason) == [nil, "corrected"])
        #expect(try book.ledger(of: "a_2").map(\.change) == ["opened", "withdrawn"])
        #expect(try book.verify { _ in true } == [])
    }

    @Test func `verify names a wrong quotation, an unreadable history and a report that is not what was filed`() throws {
        var batch = CasebookBatch()
        var changed = FiledReport.sample("r1")
        changed.contentHash = 1
        batch.new = [changed]
        batch.clients = [.sample("C1")]
        batch.changes = [.opened(.sample("a_1", quote: "Found on carpet"))]
        try book.write(batch, run: run)
        let findings = try book.verify { _ in false }
        #expect(findings.count == 3)
        #expect(!findings.joined().contains("carpet"))
    }

    @Test func `a run that was cut short is taken up again, a finished one is not`() throws {
        var batch = CasebookBatch()
        batch.counts.count(.accepted)
        try book.write(batch, run: run)
        let again = try book.beginRun(inputs: ["week.csv"], rulebook: "sha256:1", at: instant(9))
        #expect(again.number == run)
        #expect(try book.runs().map(\.counts.read) == [0])
        try book.finishRun(run, at: instant(10))
        #expect(try book.beginRun(inputs: [], rulebook: "sha256:1", at: instant(11)).number != run)
    }

    @Test func `clients are found by what is due`() throws {
        var batch = CasebookBatch()
        batch.clients = [
            .sample("C1", newest: 5, silenceDue: 100), .sample("C2", newest: 9, silenceDue: 200),
            .sample("C3", newest: nil, rulebook: "sha256:0"),
        ]
        try book.write(batch, run: run)
        #expect(try book.newestVisit() == instant(9))
        #expect(try book.clientsSilent(by: instant(100)).map(\.client) == ["C1"])
        #expect(try book.clientsToRefold(rulebook: "sha256:1") == ["C3"])
        #expect(try book.clients(["C2", "C7"]) == [batch.clients[1]])
    }

    @Test func `a rulebook can be looked up by its hash`() throws {
        try book.keepRulebook(hash: "sha256:1", files: ["agency.yaml": "a: 1\n"])
        try book.keepRulebook(hash: "sha256:1", files: [:])
        #expect(try book.rulebook("sha256:1") == ["agency.yaml": "a: 1\n"])
        #expect(try book.rulebook("sha256:2") == nil)
    }
}
