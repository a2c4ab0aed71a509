import Casebook
import Reports
import Rulebook
import Testing
import VisitPipeline

struct PutAsideTests {
    @Test func `what can be read at last leaves the list, the rest stays`() async throws {
        let agency = try Agency()
        let line = #"{"id":"r1","client":"C1","start":"2026-01-05T09:00:00Z","note":"Found on the floor."}"#
        let csv = "id,client,start,note\nr2,C1,31/01/2026 09:00,Ate well\nr3,,31/01/2026 09:00,Ate well\n"
        let book = try Casebook.openForRun(at: agency.path)
        let monthFirst = try Rulebook.withSmallLexicon(dates: "month-first")
        let inputs: [IntakeInput] = [
            .bytes(name: "a.ndjson", content: Array(line.utf8)), .bytes(name: "b.csv", content: Array(csv.utf8)),
        ]
        let run = try BatchRun(book: book, rulebook: monthFirst, clock: { Instant(seconds: 0) })
        #expect(try await run.run(inputs, names: []).counts.putAside == 2)

        let mended = try BatchRun(book: book, rulebook: agency.rulebook, clock: { Instant(seconds: 0) })
        let summary = try await mended.retry(try book.putAside())
        #expect(summary.counts.accepted == 1)
        #expect(summary.counts.putAside == 1)
        #expect(try book.putAside().map(\.record.place.line) == [3])
        #expect(try book.report("r2")?.report.note == "Ate well")
    }
}
