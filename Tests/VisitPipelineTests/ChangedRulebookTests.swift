import Casebook
import Reports
import Rulebook
import Testing
import VisitPipeline

struct ChangedRulebookTests {
    @Test func `a changed rulebook reads everything again and ends where it would have ended from the first day`() async throws {
        let year = MadeUpYear(seed: 21)
        let changed = try Rulebook.withSmallLexicon(
            extra: "  skin.bruise:\n    phrases: [\"had a chat\"]\n  hydration.good:\n    phrases: [\"tea and toast\"]\n")
        let fresh = try Agency(rulebook: changed)
        try await fresh.run(year.reports)

        let agency = try Agency()
        try await agency.run(year.reports)
        #expect(try agency.alertLines() != fresh.alertLines())
        let tuned = agency.tuned(changed)
        let summary = try await tuned.run([])
        #expect(summary.reread == 6)
        #expect(!summary.changedNothing)
        #expect(try tuned.alertLines() == fresh.alertLines())
        #expect(try tuned.book().reports(of: "C0") == fresh.book().reports(of: "C0"))
        #expect(try tuned.book().rulebook(changed.hash) != nil)
        #expect(try await tuned.run([]).changedNothing)
    }

    @Test func `silence is judged by the date asked for and never stored`() async throws {
        let year = MadeUpYear(seed: 22, clients: 2)
        let agency = try Agency()
        try await agency.run(year.reports)
        let newest = try #require(try agency.book().newestVisit())
        let usual = try agency.alertLines()
        let later = try agency.alertLines(asOf: newest.adding(days: 20))
        #expect(later.filter { !usual.contains($0) }.count == 2)
        #expect(try agency.alertLines() == usual)
    }
}
