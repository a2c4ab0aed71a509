import Reports
import Signals
import Testing
import Trends

struct VisitFindingsTests {
    private let start = Instant.utc(year: 2026, month: 3, day: 2, hour: 8)

    private func visit(_ note: String, _ signals: [Signal]) -> VisitFindings {
        VisitFindings(VisitReport(id: "r1", client: "C1", note: note, start: start, end: start.adding(days: 0.02)), signals)
    }

    @Test func `each concept is kept once, present before possible, with its exact words`() {
        let note = "?fall – fell in the café, no pain"
        let bytes = Array(note.utf8)
        let fell = bytes.count - Array("fell in the café, no pain".utf8).count
        let signals = [
            Signal(concept: "mobility.fall", assertion: .possible, start: 0, end: 5),
            Signal(concept: "mobility.fall", assertion: .present, start: fell, end: fell + 17),
            Signal(concept: "pain.present", assertion: .absent, start: bytes.count - 7, end: bytes.count),
            Signal(concept: "illness.cough", assertion: .historical, start: 0, end: 1),
        ]
        let findings = visit(note, signals)
        #expect(findings.findings.map(\.concept) == ["mobility.fall", "pain.present"])
        #expect(findings.findings.map(\.counts) == [true, false])
        #expect(findings.text(of: findings.findings[0]) == "fell in the café")
        #expect(findings.text(of: findings.findings[1]) == "")
    }

    @Test func `implausible readings are not kept and plausible ones all are`() {
        let reading = { (value: Double, isImplausible: Bool) in
            Signal(
                concept: "reading.weight", assertion: .present, start: Int(value), end: Int(value), value: value,
                isImplausible: isImplausible)
        }
        let findings = visit("", [reading(0, false), reading(0, true)])
        #expect(findings.findings.map(\.value) == [0])
    }

    @Test func `notes that differ only in case and white space are copies of each other`() {
        let first = visit("All care given.\nLeft  comfortable ", [])
        let second = visit("all care given. left comfortable", [])
        #expect(first.noteHash == second.noteHash && first.noteLength == second.noteLength)
        #expect(first.noteHash != visit("all care given, left comfortable", []).noteHash)
    }

    @Test func `words outside the note are kept out, not trapped on`() {
        let findings = visit("short", [Signal(concept: "mobility.fall", assertion: .present, start: 2, end: 90)])
        #expect(findings.text(of: findings.findings[0]) == "")
    }
}
