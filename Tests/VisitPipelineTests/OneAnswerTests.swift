import Casebook
import Reports
import Rulebook
import Testing
import VisitPipeline

struct OneAnswerTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `the order within a file makes no difference`(seed: UInt64) async throws {
        var year = MadeUpYear(seed: seed)
        let sorted = try Agency()
        try await sorted.run(year.reports)
        let expected = try sorted.alertLines()
        #expect(expected.count > 3)
        let byClient = year.reports.sorted { ($0.client, $0.time) < ($1.client, $1.time) }
        for order in [Array(year.reports.reversed()), byClient, year.shuffled(year.reports)] {
            let agency = try Agency(rulebook: sorted.rulebook)
            try await agency.run(order)
            #expect(try agency.alertLines() == expected)
        }
    }

    @Test(arguments: [4, 5, 6] as [UInt64])
    func `splits, delays within the limit, repetitions and corrections make no difference`(seed: UInt64) async throws {
        var year = MadeUpYear(seed: seed)
        var finals: [VisitReport] = []
        var arrivals: [(at: Instant, report: VisitReport)] = []
        for report in year.reports {
            let delay = year.next(4) == 0 ? Double(year.next(13)) : 0
            if year.next(10) == 0 {
                var draft = report
                draft.note = "Refused her tablets. " + report.note
                draft.received = report.time
                arrivals.append((report.time, draft))
                var final = report
                final.received = report.time.adding(days: 1)
                arrivals.append((report.time.adding(days: max(1, delay)), final))
                finals.append(final)
            } else {
                finals.append(report)
                arrivals.append((report.time.adding(days: delay), report))
                if year.next(10) == 0 { arrivals.append((report.time.adding(days: delay + 20), report)) }
            }
        }
        arrivals.sort { ($0.at, $0.report.id) < ($1.at, $1.report.id) }
        let whole = try Agency()
        try await whole.run(finals)
        let expected = try whole.alertLines()
        let agency = try Agency(rulebook: whole.rulebook)
        var rest = arrivals[...]
        while !rest.isEmpty {
            let piece = rest.prefix(1 + year.next(200))
            try await agency.run(year.shuffled(piece.map(\.report)))
            rest = rest.dropFirst(piece.count)
        }
        #expect(try agency.alertLines() == expected)
        #expect(try agency.histories() == whole.histories())
        #expect(try agency.book().verify { _ in true } == [])
    }

    @Test func `a second run over the same input changes nothing and says so`() async throws {
        let year = MadeUpYear(seed: 7)
        let agency = try Agency()
        let first = try await agency.run(year.reports, extra: "not a report\n")
        #expect(first.counts.accepted == year.reports.count)
        #expect(first.counts.putAside == 1)
        let before = try agency.dump()
        let second = try await agency.run(year.reports, extra: "not a report\n")
        #expect(second.counts.duplicate == year.reports.count)
        #expect(second.changedNothing)
        #expect(try agency.alertLines() == agency.alertLines())
        #expect(try agency.dump().filter { !$0.contains("baseRun") } == before.filter { !$0.contains("baseRun") })
    }

    @Test func `an old file run again does not undo a correction`() async throws {
        let agency = try Agency()
        let first = VisitReport(id: "r1", client: "C1", note: "Found on floor.", start: Instant(seconds: 1_770_000_000))
        var corrected = first
        corrected.note = "Sorry, that was another client."
        #expect(try await agency.run([first]).counts.accepted == 1)
        #expect(try agency.alertLines().count == 1)
        #expect(try await agency.run([corrected]).counts.corrected == 1)
        #expect(try agency.alertLines().isEmpty)
        #expect(try await agency.run([first]).counts.duplicate == 1)
        #expect(try agency.book().report("r1")?.report.note == corrected.note)
    }

    @Test func `what comes later than the limit is filed, counted and not scored`() async throws {
        let agency = try Agency()
        let start = Instant(seconds: 1_770_000_000)
        try await agency.run([VisitReport(id: "r1", client: "C1", note: "Fine.", start: start)])
        let late = VisitReport(id: "r2", client: "C1", note: "Found on bathroom floor.", start: start.adding(days: -15))
        let summary = try await agency.run([late])
        #expect(summary.counts.accepted == 1)
        #expect(summary.tooLate == 1)
        #expect(try agency.alertLines().isEmpty)
        #expect(try agency.book().reports(of: "C1").map(\.scoring) == [.tooLate, .scored])
    }
}
