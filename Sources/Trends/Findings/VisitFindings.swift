package import Reports
package import Signals

/// A visit reduced to what the fold needs: small, and free of the note but for the words that it may quote.
///
/// - Each concept is kept once, present before possible, the first mention before later ones; readings are kept all.
/// - Concepts said to be absent are kept without words; historical, hypothetical and other people's are not kept.
package struct VisitFindings: Hashable, Sendable {
    package var report: String
    /// What orders visits and dates alerts.
    package var time: Instant
    package var start: Instant
    package var carer: String?
    package var scheduledStart: Instant?
    package var scheduledEnd: Instant?
    package var received: Instant?
    package var medicationDue: Bool?
    /// Of the note without regard to case and white space.
    package var noteHash: UInt64
    /// In bytes, white space runs counted as one.
    package var noteLength: Int
    package var findings: [Finding]
    /// The findings' words, one after the other.
    package var quotes: String

    package init(_ report: VisitReport, _ signals: [Signal]) {
        self.report = report.id
        time = report.time
        start = report.start
        carer = report.carer
        scheduledStart = report.scheduledStart
        scheduledEnd = report.scheduledEnd
        received = report.received
        medicationDue = report.medicationDue
        (noteHash, noteLength) = noteFingerprint(report.note)
        findings = []
        quotes = ""
        let kept = keptSignals(signals)
        findings.reserveCapacity(kept.count)
        for signal in kept { append(signal, note: report.note) }
    }

    init(
        report: String, time: Instant, start: Instant, carer: String?, scheduledStart: Instant?, scheduledEnd: Instant?,
        received: Instant?, medicationDue: Bool?, noteHash: UInt64, noteLength: Int, findings: [Finding], quotes: String
    ) {
        self.report = report
        self.time = time
        self.start = start
        self.carer = carer
        self.scheduledStart = scheduledStart
        self.scheduledEnd = scheduledEnd
        self.received = received
        self.medicationDue = medicationDue
        self.noteHash = noteHash
        self.noteLength = noteLength
        self.findings = findings
        self.quotes = quotes
    }

    /// The exact words of a finding.
    package func text(of finding: Finding) -> String {
        guard let offset = finding.quoteStart else { return "" }
        let bytes = quotes.utf8
        let from = bytes.index(bytes.startIndex, offsetBy: offset)
        return String(quotes[from..<bytes.index(from, offsetBy: finding.end - finding.start)])
    }

    private mutating func append(_ signal: Signal, note: String) {
        var finding = Finding(
            concept: signal.concept, assertion: signal.assertion, start: signal.start, end: signal.end,
            value: signal.value, value2: signal.value2)
        let bytes = note.utf8
        if signal.counts, signal.start >= 0, signal.start <= signal.end, signal.end <= bytes.count {
            finding.quoteStart = quotes.utf8.count
            let from = bytes.index(bytes.startIndex, offsetBy: signal.start)
            quotes += note[from..<bytes.index(bytes.startIndex, offsetBy: signal.end)]
        }
        findings.append(finding)
    }
}

extension VisitFindings: Comparable {
    /// The order of the fold: by time, then by report id.
    package static func < (a: VisitFindings, b: VisitFindings) -> Bool {
        a.time != b.time ? a.time < b.time : a.report < b.report
    }
}

private func keptSignals(_ signals: [Signal]) -> [Signal] {
    var kept: [Signal] = []
    for signal in signals where signal.counts || signal.assertion == .absent {
        let known = signal.concept.isReading ? nil : kept.firstIndex { $0.concept == signal.concept }
        guard let index = known else {
            kept.append(signal)
            continue
        }
        if precedes(signal, kept[index]) { kept[index] = signal }
    }
    return kept.sorted { ($0.start, $0.end, $0.concept) < ($1.start, $1.end, $1.concept) }
}

private func precedes(_ a: Signal, _ b: Signal) -> Bool {
    let ranks = (rank(a.assertion), rank(b.assertion))
    return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : a.start < b.start
}

private func rank(_ assertion: Assertion) -> Int {
    switch assertion {
    case .present: 0
    case .possible: 1
    default: 2
    }
}
