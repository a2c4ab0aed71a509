import Reports
import Signals
import Trends

extension ClientState {
    /// One report suffices; told again within its time, it is the same event.
    mutating func raiseFlags(_ turn: Turn) {
        var tellings: [Int: [Telling]] = [:]
        var order: [Int] = []
        for finding in turn.visit.findings where finding.counts {
            for rule in flagged(by: finding, turn.policy.index) {
                if tellings[rule] == nil { order.append(rule) }
                tellings[rule, default: []].append(Telling(turn.visit, finding))
            }
        }
        for rule in order { raise(turn.policy.rules[rule], tellings[rule] ?? [], turn) }
    }

    private func flagged(by finding: Trends.Finding, _ index: RuleIndex) -> [Int] {
        var rules = index.flags[finding.concept] ?? []
        guard let value = finding.value else { return rules }
        for (rule, limit) in index.limits[finding.concept] ?? [] {
            if let low = limit.low, value <= low { rules.append(rule) }
            if let high = limit.high, value >= high { rules.append(rule) }
        }
        return rules
    }

    private mutating func raise(_ rule: AlertRule, _ tellings: [Telling], _ turn: Turn) {
        guard case .redFlag(let flag) = rule.condition else { return }
        if let known = open(rule.id) {
            if turn.time.days(since: episodes[known].lastSign) <= flag.knownFor {
                episodes[known].hear(tellings, at: turn.time)
                return
            }
            episodes[known].closed = turn.time
        }
        var episode = turn.episode(rule)
        episode.hear(tellings, at: turn.time)
        episodes.append(episode)
    }
}
