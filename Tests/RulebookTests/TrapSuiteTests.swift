import Rulebook
import Signals
import Testing

/// `Fixtures/traps`: what a naive reading of care notes gets wrong, of every kind.
struct TrapSuiteTests {
    @Test func `the shipped config reads the traps right`() throws {
        let cases = try TrapCase.all()
        #expect(cases.count >= 400)
        #expect(Set(cases.map(\.kind)).count >= 29)
        var reader = SignalExtractor(try Rulebook.load(folder: nil).lexicon()).makeReader()
        var failures: [String] = []
        for (index, trap) in cases.enumerated() {
            let signals = reader.signals(in: trap.report(id: index))
            let unmet = trap.unmet(by: signals)
            guard !unmet.isEmpty else { continue }
            let read = signals.map { "\($0.concept) \($0.assertion.rawValue)" }.joined(separator: ", ")
            failures.append("\(trap.place) [\(trap.kind)] \(trap.note) — \(unmet) — read: \(read)")
        }
        let share = 1 - Double(failures.count) / Double(cases.count)
        #expect(share >= 0.97, "\(failures.count) of \(cases.count) wrong:\n\(failures.joined(separator: "\n"))")
    }
}
