/// One rule of the rulebook: a condition, and what to say and propose when it holds.
package struct AlertRule: Hashable, Sendable {
    /// Stable name, part of the alert's identity.
    package var id: String
    /// The first part of a concept's id, or `decline`.
    package var domain: String
    package var title: String
    package var severity: Severity
    /// What it becomes when the evidence comes in a second time while it is open.
    package var escalatesTo: Severity?
    package var condition: AlertCondition
    /// Closes by itself after so many days without a sign.
    package var closesAfter: Double
    /// The reason shown, with `{placeholders}`.
    package var say: String
    /// Where the rule comes from.
    package var why: String
    /// Ids of plan changes.
    package var propose: [String]
    package var quietWhile: [Quiet]

    package init(
        id: String, domain: String, title: String, severity: Severity, escalatesTo: Severity? = nil,
        condition: AlertCondition, closesAfter: Double = 14, say: String, why: String, propose: [String] = [],
        quietWhile: [Quiet] = []
    ) {
        self.id = id
        self.domain = domain
        self.title = title
        self.severity = severity
        self.escalatesTo = escalatesTo
        self.condition = condition
        self.closesAfter = closesAfter
        self.say = say
        self.why = why
        self.propose = propose
        self.quietWhile = quietWhile
    }

    package var kind: AlertKind {
        switch condition {
        case .redFlag: .redFlag
        case .trend: .trend
        case .pattern: .pattern
        case .silence: .silence
        case .recovery: .recovery
        }
    }
}

/// What makes a rule fire, one case a kind.
package enum AlertCondition: Hashable, Sendable {
    case redFlag(RedFlag)
    case trend(TrendCondition)
    case pattern(Pattern)
    case silence(Silence)
    case recovery(Recovery)
}

/// When a rule holds its tongue.
package enum Quiet: String, Hashable, Sendable, CaseIterable {
    /// The client is in hospital or away.
    case leave
}
