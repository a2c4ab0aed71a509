import Alerts
import Reports
import Testing

struct AlertLineTests {
    @Test func `a line has the contract's fields in their order and escapes what must be`() {
        let alert = Alert(
            id: "a_1", client: "C\"1", rule: "fall", kind: .redFlag, domain: "mobility", severity: .high, status: .open,
            opened: Instant(seconds: 0), updated: Instant(seconds: 60), title: "Fall", why: "line\nbreak",
            evidence: [Quote(report: "r1", start: 0, end: 4, text: "fell", concept: "mobility.fall")],
            proposals: [Proposal(change: "review", title: "Review")], rulebook: "sha256:x")
        #expect(
            alert.ndjsonLine
                == #"{"alert":"a_1","client":"C\"1","rule":"fall","kind":"red-flag","domain":"mobility","severity":"high","#
                + #""status":"open","opened":"1970-01-01T00:00:00Z","updated":"1970-01-01T00:01:00Z","closed":null,"#
                + #""title":"Fall","why":"line\nbreak","evidence":[{"report":"r1","start":0,"end":4,"text":"fell","#
                + #""concept":"mobility.fall"}],"proposals":[{"change":"review","title":"Review"}],"rulebook":"sha256:x"}"#
        )
    }
}
