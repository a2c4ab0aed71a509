package import Reports

/// What a person decided about an alert. Decisions are only ever added: what was wrong is undone by another one.
package struct Decision: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case acknowledge, assign, snooze, dismiss, resolve, note, undo
    }

    /// In order of being taken; 0 before it is kept.
    package var number: Int64
    package var alert: String
    package var kind: Kind
    /// Who decided.
    package var person: String
    /// Why an alert was dismissed.
    package var reason: DismissalReason?
    /// In the person's own words.
    package var note: String?
    /// Until when it is to be quiet.
    package var until: Instant?
    /// Whose it is now.
    package var assignee: String?
    /// The number of the decision that is taken back.
    package var undoes: Int64?
    /// By the clock of who decided.
    package var at: Instant

    package init(
        number: Int64 = 0, alert: String, kind: Kind, person: String, reason: DismissalReason? = nil, note: String? = nil,
        until: Instant? = nil, assignee: String? = nil, undoes: Int64? = nil, at: Instant
    ) {
        self.number = number
        self.alert = alert
        self.kind = kind
        self.person = person
        self.reason = reason
        self.note = note
        self.until = until
        self.assignee = assignee
        self.undoes = undoes
        self.at = at
    }
}

/// Why an alert was of no use: what `rules suggest` learns from.
package enum DismissalReason: String, Hashable, Sendable, CaseIterable {
    /// The note does not say what was read.
    case misread
    case aboutSomeoneElse = "about-someone-else"
    case alreadyKnown = "already-known"
    /// So it is with this client, always.
    case expectedForClient = "expected-for-client"
    case notUseful = "not-useful"
    case wrongSeverity = "wrong-severity"
}
