package import Reports

/// An episode of concern (or of recovery) about one client: opened, updated and closed by the reports, decided on by people.
package struct Alert: Hashable, Sendable, Codable {
    /// `a_` and 16 hex digits; a function of client, rule and episode.
    package var id: String
    package var client: String
    package var rule: String
    package var kind: AlertKind
    /// The first part of a concept's id, or `decline` for the composite.
    package var domain: String
    package var severity: Severity
    package var status: AlertStatus
    /// The time of the visit whose report tipped it, never the time of the run.
    package var opened: Instant
    package var updated: Instant
    package var closed: Instant?
    package var title: String
    package var why: String
    package var evidence: [Quote]
    package var proposals: [Proposal]
    /// `sha256:` and the hash of the rulebook in force.
    package var rulebook: String
    /// The measure whose chart belongs to the alert.
    package var measure: String?
    /// Where the change seems to have begun.
    package var onset: Instant?

    package init(
        id: String, client: String, rule: String, kind: AlertKind, domain: String, severity: Severity,
        status: AlertStatus, opened: Instant, updated: Instant, closed: Instant? = nil, title: String, why: String,
        evidence: [Quote], proposals: [Proposal], rulebook: String, measure: String? = nil, onset: Instant? = nil
    ) {
        self.id = id
        self.client = client
        self.rule = rule
        self.kind = kind
        self.domain = domain
        self.severity = severity
        self.status = status
        self.opened = opened
        self.updated = updated
        self.closed = closed
        self.title = title
        self.why = why
        self.evidence = evidence
        self.proposals = proposals
        self.rulebook = rulebook
        self.measure = measure
        self.onset = onset
    }
}

package enum AlertKind: String, Hashable, Sendable, Codable, CaseIterable {
    case redFlag = "red-flag"
    case trend, pattern, silence, recovery
}

/// How soon somebody should act; ordered from the most to the least pressing.
package enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case urgent, high, medium, low

    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}

package enum AlertStatus: String, Hashable, Sendable, Codable, CaseIterable {
    case open, acknowledged, snoozed, dismissed, resolved, closed, withdrawn
}

/// Words of a note that bear an alert out.
package struct Quote: Hashable, Sendable, Codable {
    package var report: String
    /// UTF-8 byte offsets in the note: `start ..< end`.
    package var start: Int
    package var end: Int
    /// Exactly those bytes.
    package var text: String
    package var concept: String

    package init(report: String, start: Int, end: Int, text: String, concept: String) {
        self.report = report
        self.start = start
        self.end = end
        self.text = text
        self.concept = concept
    }
}

/// A plan change that the rulebook proposes; nothing takes effect without a person.
package struct Proposal: Hashable, Sendable, Codable {
    package var change: String
    package var title: String

    package init(change: String, title: String) {
        self.change = change
        self.title = title
    }
}

/// What a new report did to the alerts of its client.
package enum AlertChange: Hashable, Sendable {
    case opened(Alert)
    case updated(Alert)
    case closed(Alert)
    /// A late report or a correction took the ground from it.
    case withdrawn(Alert, reason: String)
}
