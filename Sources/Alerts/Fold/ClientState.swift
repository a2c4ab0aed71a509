import Reports
import Trends

/// All that the fold knows of one client after some visits.
struct ClientState: Hashable, Sendable {
    var trends: ClientTrends
    var patterns: [PatternState]
    var rhythm = VisitRhythm()
    /// Visits that could have told the signs of patterns.
    var ordinaryVisits = 0
    /// The newest report.
    var lastReport = ""
    /// Those open, and those closed within the lateness horizon; in order of opening.
    var episodes: [Episode] = []

    init(_ policy: AlertPolicy) {
        trends = ClientTrends(policy.plan)
        patterns = policy.index.patterns.map { PatternState(signs: $0.pattern.signs.count) }
    }

    init(trends: ClientTrends, patterns: [PatternState]) {
        self.trends = trends
        self.patterns = patterns
    }

    /// False where the policy has other measures or patterns than this state was made for.
    func fits(_ policy: AlertPolicy) -> Bool {
        let wanted = policy.index.patterns.map(\.pattern.signs.count)
        return trends.fits(policy.plan) && patterns.map(\.signs.count) == wanted
    }

    /// Takes in the next visit in order of time.
    mutating func step(_ visit: VisitFindings, client: String, _ policy: AlertPolicy, _ styles: CarerStyles) {
        recordSilence(before: visit, client: client, policy)
        let observed = trends.observe(visit, policy.plan, styles, isTrendKnown: isTrendKnown(policy))
        rhythm.add(visit.time, isReturn: observed.isReturn)
        let turn = Turn(visit: visit, client: client, policy: policy, observed: observed)
        followOpen(turn)
        raiseFlags(turn)
        raisePatterns(turn)
        raiseTrends(turn)
        closeQuiet(turn)
        let horizon = visit.time.adding(days: -policy.latenessDays)
        episodes.removeAll { ($0.closed ?? visit.time) < horizon || policy.index.position[$0.rule] == nil }
        if observed.witness.isOrdinary { ordinaryVisits += 1 }
        lastReport = visit.report
    }

    private func isTrendKnown(_ policy: AlertPolicy) -> Bool {
        episodes.contains { episode in
            guard episode.isOpen, let kind = policy.rule(episode.rule)?.kind else { return false }
            return kind == .trend || kind == .pattern
        }
    }

    /// The open episode of a rule.
    func open(_ rule: String) -> Int? { episodes.lastIndex { $0.rule == rule && $0.isOpen } }
}

/// One visit on its way through the rules.
struct Turn {
    let visit: VisitFindings
    let client: String
    let policy: AlertPolicy
    let observed: Observed

    var time: Instant { visit.time }

    func episode(_ rule: AlertRule) -> Episode {
        Episode(rule: rule, client: client, report: visit.report, at: visit.time)
    }

    func isQuiet(_ rule: AlertRule) -> Bool { observed.isAway && rule.quietWhile.contains(.leave) }
}
