import Reports
import Trends

extension ClientState {
    /// Open trends and recoveries count on, and are weighed against the way back to usual.
    mutating func followOpen(_ turn: Turn) {
        for index in episodes.indices where episodes[index].isOpen {
            guard let rule = turn.policy.rule(episodes[index].rule) else { continue }
            switch rule.condition {
            case .trend(let trend): follow(index, measure: trend.measure, turn)
            case .recovery(let recovery): follow(index, measure: recovery.measure, turn)
            default: continue
            }
        }
    }

    private mutating func follow(_ index: Int, measure: String, _ turn: Turn) {
        let observation: Observation?
        if let position = turn.policy.plan.position[measure] {
            observation = turn.observed.observations.isEmpty ? nil : turn.observed.observations[position]
        } else {
            observation = together(turn)
        }
        guard let observation, episodes[index].numbers.usual > 0 else { return }
        let isBad = observation.category > 0
        episodes[index].numbers.of += 1
        episodes[index].numbers.bad += isBad ? 1 : 0
        let usual = episodes[index].numbers.usual
        let changed = episodes[index].numbers.changed
        let log = Chance.returning(isBad: isBad, usual: usual, changed: changed)
        episodes[index].back = max(0, episodes[index].back + log)
        guard isBad, usual < changed, let finding = observation.finding else { return }
        episodes[index].hear([Telling(turn.visit, turn.visit.findings[finding])], at: turn.time)
    }

    /// What the visit says of the composite: the gravest of its members.
    private func together(_ turn: Turn) -> Observation? {
        var gravest: Observation?
        for (observation, isMember) in zip(turn.observed.observations, turn.policy.plan.isMember) where isMember {
            guard let observation else { continue }
            if observation.category >= gravest?.category ?? 0 { gravest = observation }
        }
        return gravest
    }

    /// Closes what no later visit with an opportunity has told for long enough.
    mutating func closeQuiet(_ turn: Turn) {
        guard turn.observed.witness.isOrdinary, !turn.observed.isAway else { return }
        for index in episodes.indices where episodes[index].isOpen {
            guard let rule = turn.policy.rule(episodes[index].rule) else { continue }
            if isOver(episodes[index], rule, at: turn.time) { episodes[index].closed = turn.time }
        }
    }

    private func isOver(_ episode: Episode, _ rule: AlertRule, at time: Instant) -> Bool {
        let isByMeasure = rule.kind == .trend && episode.numbers.usual > 0
        guard isByMeasure else { return time.days(since: episode.lastSign) >= rule.closesAfter }
        // Fifty to one for being back to usual (Wald's sequential test).
        return episode.back >= 3.912 && time.days(since: episode.opened) >= rule.closesAfter
    }
}
