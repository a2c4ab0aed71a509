import Casebook
import Reports
import Testing
import VisitPipeline

struct CutShortTests {
    struct Cut: Error {}

    @Test(arguments: [1, 2, 3, 5, 8])
    func `a run cut short and begun again ends in the same store`(after events: Int) async throws {
        var year = MadeUpYear(seed: 11)
        let reports = year.shuffled(year.reports)
        let whole = try Agency()
        try await whole.run(reports, extra: "broken\n", recordsPerBatch: 100)
        let cut = try Agency(rulebook: whole.rulebook)
        let counter = EventCounter(limit: events)
        await #expect(throws: Cut.self) {
            try await cut.run(reports, extra: "broken\n", recordsPerBatch: 100) { _ in try counter.count() }
        }
        let again = try await cut.run(reports, extra: "broken\n", recordsPerBatch: 100)
        #expect(again.counts.addsUp)
        #expect(try cut.dump() == whole.dump())
        #expect(try cut.alertLines() == whole.alertLines())
        #expect(try cut.book().runs().count == 1)
    }
}
