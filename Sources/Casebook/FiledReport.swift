package import Reports
package import Signals

/// A report as the store keeps it: with its signals, and whether it counts.
package struct FiledReport: Hashable, Sendable {
    package var report: VisitReport
    package var contentHash: UInt64
    package var signals: [Signal]
    package var scoring: Scoring

    package init(report: VisitReport, contentHash: UInt64, signals: [Signal], scoring: Scoring) {
        self.report = report
        self.contentHash = contentHash
        self.signals = signals
        self.scoring = scoring
    }
}

/// Whether a report moves trends and alerts.
package enum Scoring: Int, Hashable, Sendable {
    /// Came later than the lateness limit: filed and shown, not scored.
    case tooLate = 0
    case scored = 1
}

/// What the store knows of a report's current version, enough to tell a duplicate from a correction.
package struct KnownReport: Hashable, Sendable {
    package var client: String
    package var time: Instant
    package var received: Instant?
    package var contentHash: UInt64
    package var scoring: Scoring

    package init(client: String, time: Instant, received: Instant?, contentHash: UInt64, scoring: Scoring) {
        self.client = client
        self.time = time
        self.received = received
        self.contentHash = contentHash
        self.scoring = scoring
    }
}
