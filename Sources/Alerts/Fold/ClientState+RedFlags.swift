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
        let causes = order.filter { !isConsequence(turn.policy.rules[$0]) }
        let consequences = order.filter { isConsequence(turn.policy.rules[$0]) }
        for rule in causes + consequences { raise(turn.policy.rules[rule], tellings[rule] ?? [], turn) }
    }

    private func isConsequence(_ rule: AlertRule) -> Bool {
        guard case .redFlag(let flag) = rule.condition else { return false }
        return flag.followsWithin != nil
    }

    /// The open alert of the event that a consequence belongs to: the one told last.
    private func cause(of flag: RedFlag, _ turn: Turn) -> Int? {
        guard let within = flag.followsWithin else { return nil }
        let causes = episodes.indices.filter { index in
            guard episodes[index].isOpen, let rule = turn.policy.rule(episodes[index].rule) else { return false }
            return rule.kind == .redFlag && !isConsequence(rule) && turn.time.days(since: episodes[index].lastSign) <= within
        }
        return causes.max { (episodes[$0].lastSign, $0) < (episodes[$1].lastSign, $1) }
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
        } else if let cause = cause(of: flag, turn) {
            episodes[cause].raise(to: rule.severity)
            episodes[cause].fold(rule.id)
            episodes[cause].hear(tellings, at: turn.time)
            return
        }
        var episode = turn.episode(rule)
        episode.hear(tellings, at: turn.time)
        episodes.append(episode)
    }
}
