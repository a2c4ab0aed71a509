import Reports
import Trends

/// An alert as the fold keeps it: what happened, without the rulebook's words.
struct Episode: Hashable, Sendable {
    var id: String
    var rule: String
    var severity: Severity
    var opened: Instant
    var updated: Instant
    var closed: Instant?
    /// The last visit that told a sign of it.
    var lastSign: Instant
    /// The first four and the latest eight.
    var evidence: [Telling] = []
    var carers: [String] = []
    /// How many visits told of it.
    var visits = 0
    var numbers = EpisodeNumbers()
    /// Log evidence that the measure is back to usual (sequential probability ratio).
    var back = 0.0
    /// Rules whose alarms were told by this alert.
    var folded: [String] = []

    init(rule: AlertRule, client: String, report: String, at time: Instant) {
        id =
            "a_"
            + StableHash().adding(client).adding(rule.id).adding(report).adding(String(time.seconds)).hexadecimal
        self.rule = rule.id
        severity = rule.severity
        opened = time
        updated = time
        lastSign = time
    }

    init(
        id: String, rule: String, severity: Severity, opened: Instant, updated: Instant, closed: Instant?,
        lastSign: Instant
    ) {
        self.id = id
        self.rule = rule
        self.severity = severity
        self.opened = opened
        self.updated = updated
        self.closed = closed
        self.lastSign = lastSign
    }

    var isOpen: Bool { closed == nil }

    /// A visit told a sign of it.
    mutating func hear(_ tellings: [Telling], at time: Instant) {
        updated = time
        lastSign = time
        visits += 1
        add(tellings)
    }

    mutating func add(_ tellings: [Telling]) {
        for telling in tellings {
            if let carer = telling.carer, carers.count < 12, !carers.contains(carer) { carers.append(carer) }
            let isKnown = evidence.contains {
                $0.report == telling.report && $0.start == telling.start && $0.concept == telling.concept
            }
            if isKnown { continue }
            evidence.append(telling)
            if evidence.count > 12 { evidence.remove(at: 4) }
        }
    }

    mutating func raise(to other: Severity?) {
        if let other, other < severity { severity = other }
    }

    mutating func fold(_ rule: String) {
        if !folded.contains(rule), folded.count < 6 { folded.append(rule) }
    }
}

/// The figures that an alert's reason states.
struct EpisodeNumbers: Hashable, Sendable {
    var bad = 0
    var of = 0
    var onset: Instant?
    var usual = 0.0
    var changed = 0.0
    var years = 0.0
    var reading: ReadingChange?
    /// By sign of a pattern: how often within the window, and the client's own usual rate a visit.
    var counts: [Int] = []
    var usualRates: [Double] = []
    /// Of a silence, in days: the gap and the usual one.
    var gap = 0.0
    var usualGap = 0.0
}
