import Alerts
import GRDB
import Reports
import Testing

@testable import Casebook

struct DecisionTests {
    private let store: TemporaryStore

    init() throws { store = try TemporaryStore() }

    private func decision(
        _ kind: Decision.Kind, at time: Int64, reason: DismissalReason? = nil, until: Int64? = nil, undoes: Int64? = nil
    ) -> Decision {
        Decision(
            alert: "a_1", kind: kind, person: "Anna", reason: reason, until: until.map(Instant.init(seconds:)), undoes: undoes,
            at: Instant(seconds: time))
    }

    private func log(_ decisions: [Decision]) throws -> DecisionLog {
        let book = try Casebook.openForRun(at: store.path)
        defer { try? book.close() }
        try book.add(decisions)
        return try #require(try book.decisions()["a_1"])
    }

    @Test func `the last decision that stands tells how an alert stands, and an undo can be undone`() throws {
        let dismissed = try log([
            decision(.acknowledge, at: 1), decision(.dismiss, at: 2, reason: .misread), decision(.note, at: 3),
        ])
        #expect(dismissed.status(of: .open, at: Instant(seconds: 9)) == .dismissed)
        #expect(dismissed.dismissal?.reason == .misread)
        #expect(dismissed.firstAction == Instant(seconds: 1))
        let undone = try log([decision(.undo, at: 4, undoes: 2)])
        #expect(undone.status(of: .open, at: Instant(seconds: 9)) == .acknowledged)
        #expect(undone.dismissal == nil)
        let redone = try log([decision(.undo, at: 5, undoes: 4)])
        #expect(redone.status(of: .open, at: Instant(seconds: 9)) == .dismissed)
        #expect(redone.decisions.count == 5)
    }

    @Test func `a snooze ends by itself, and what the reports ended stays ended`() throws {
        let snoozed = try log([decision(.snooze, at: 1, until: 10)])
        #expect(snoozed.status(of: .open, at: Instant(seconds: 9)) == .snoozed)
        #expect(snoozed.status(of: .open, at: Instant(seconds: 10)) == .open)
        #expect(snoozed.status(of: .closed, at: Instant(seconds: 9)) == .closed)
        #expect(snoozed.status(of: .withdrawn, at: Instant(seconds: 9)) == .withdrawn)
    }

    @Test func `decisions are only ever added`() throws {
        _ = try log([decision(.acknowledge, at: 1)])
        let book = try Casebook.openForRun(at: store.path)
        #expect(throws: CasebookError.self) {
            try book.writing { db in try db.execute(sql: "UPDATE decisions SET person = 'Bob'") }
        }
        #expect(try book.decisions(through: Instant(seconds: 0)).isEmpty)
    }
}
