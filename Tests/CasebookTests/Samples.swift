import Alerts
import Reports
import Signals

@testable import Casebook

extension VisitReport {
    static func sample(_ id: String, client: String = "C1", note: String = "Found on floor. Ate well.", at: Int64 = 0)
        -> VisitReport
    {
        VisitReport(id: id, client: client, note: note, start: instant(at), carer: "K1", region: "UK")
    }
}

extension FiledReport {
    static func sample(
        _ id: String, client: String = "C1", note: String = "Found on floor. Ate well.", at: Int64 = 0
    ) -> FiledReport {
        let report = VisitReport.sample(id, client: client, note: note, at: at)
        return FiledReport(report: report, contentHash: report.contentHash, signals: [.fall], scoring: .scored)
    }
}

extension Signal {
    static let fall = Signal(concept: "mobility.fall", assertion: .present, start: 0, end: 14, source: "mobility.yaml:31")
    static let pressure = Signal(
        concept: "reading.blood-pressure", assertion: .possible, start: 200, end: 206, value: 146, value2: 82.5,
        unit: "mmHg", isImplausible: true,
        details: [SignalDetail(kind: .degree, value: "severe"), SignalDetail(kind: .site, value: "knee")],
        source: "readings.yaml:3")
}

extension ClientRecord {
    static func sample(_ client: String, newest: Int64? = 0, silenceDue: Int64? = nil, rulebook: String = "sha256:1")
        -> ClientRecord
    {
        ClientRecord(
            client: client, history: [1, 2, 3], newest: newest.map(instant), silenceDue: silenceDue.map(instant),
            rulebook: rulebook, baseRun: 1, baseNewest: nil, needsRefold: false)
    }
}

extension Alert {
    static func sample(_ id: String, client: String = "C1", quote: String = "Found on floor", at: Int64 = 0) -> Alert {
        Alert(
            id: id, client: client, rule: "fall", kind: .redFlag, domain: "mobility", severity: .high, status: .open,
            opened: instant(at), updated: instant(at), title: "Fall", why: "It was written.",
            evidence: [Quote(report: "r1", start: 0, end: 14, text: quote, concept: "mobility.fall")],
            proposals: [Proposal(change: "falls-review", title: "Falls review")], rulebook: "sha256:1")
    }
}
