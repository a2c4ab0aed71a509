import Reports
import Trends

extension ClientState {
    mutating func raiseTrends(_ turn: Turn) {
        for alarm in turn.observed.alarms {
            let position = turn.policy.plan.position[alarm.measure]
            let isBetter = position.map { turn.policy.catalogue.measures[$0].rise == .better } ?? false
            if isBetter || alarm.direction == .easing {
                raiseRecovery(alarm, turn)
            } else {
                raiseTrend(alarm, turn)
            }
        }
    }

    private mutating func raiseTrend(_ alarm: TrendAlarm, _ turn: Turn) {
        guard let position = turn.policy.index.trends[alarm.measure] else { return }
        let rule = turn.policy.rules[position]
        guard !turn.isQuiet(rule) else { return }
        if let easing = turn.policy.index.recoveries[alarm.measure], let open = open(turn.policy.rules[easing].id) {
            episodes[open].closed = turn.time
        }
        if let known = open(rule.id) {
            reinforce(known, alarm, rule, turn)
        } else if let stronger = strongerAlert(than: alarm, turn.policy) {
            episodes[stronger].fold(rule.id)
            episodes[stronger].hear(alarm.tellings, at: turn.time)
        } else {
            episodes.append(episode(rule, alarm, turn))
        }
    }

    private mutating func raiseRecovery(_ alarm: TrendAlarm, _ turn: Turn) {
        guard let position = turn.policy.index.recoveries[alarm.measure] else { return }
        let rule = turn.policy.rules[position]
        guard !turn.isQuiet(rule), case .recovery(let recovery) = rule.condition else { return }
        if let oneIn = recovery.usualAtLeastOneIn, alarm.usual * oneIn < 1 { return }
        if let rising = turn.policy.index.trends[alarm.measure], open(turn.policy.rules[rising].id) != nil { return }
        if let known = open(rule.id) {
            reinforce(known, alarm, rule, turn)
        } else {
            episodes.append(episode(rule, alarm, turn))
        }
    }

    /// The evidence has come in a second time.
    private mutating func reinforce(_ known: Int, _ alarm: TrendAlarm, _ rule: AlertRule, _ turn: Turn) {
        episodes[known].raise(to: rule.escalatesTo)
        episodes[known].back = 0
        episodes[known].numbers.years = max(episodes[known].numbers.years, alarm.years)
        if let reading = alarm.reading { episodes[known].numbers.reading = reading }
        episodes[known].hear(alarm.tellings, at: turn.time)
    }

    private func episode(_ rule: AlertRule, _ alarm: TrendAlarm, _ turn: Turn) -> Episode {
        var episode = turn.episode(rule)
        episode.numbers = EpisodeNumbers(
            bad: alarm.bad, of: alarm.of, onset: alarm.onset, usual: alarm.usual, changed: alarm.changed,
            years: alarm.years, reading: alarm.reading)
        episode.hear(Array(alarm.tellings.prefix(8)), at: turn.time)
        episode.visits = alarm.bad
        return episode
    }

    /// A pattern that tells this measure's trend, or for the composite a member's own alert.
    private func strongerAlert(than alarm: TrendAlarm, _ policy: AlertPolicy) -> Int? {
        let isComposite = alarm.measure == policy.catalogue.composite?.id
        let measures = isComposite ? policy.catalogue.composite?.members ?? [] : [alarm.measure]
        for (rule, pattern) in policy.index.patterns where pattern.covers.contains(where: measures.contains) {
            if let open = open(policy.rules[rule].id) { return open }
        }
        guard isComposite else { return nil }
        return measures.lazy.compactMap { policy.index.trends[$0] }.compactMap { open(policy.rules[$0].id) }.first
    }
}
