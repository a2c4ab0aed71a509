import Reports
import Trends

extension ClientState {
    /// When silence begins; nil while the rhythm is unknown.
    func silenceDue(_ policy: AlertPolicy) -> Instant? {
        guard let (rule, silence) = policy.index.silence, let last = rhythm.last, let due = rhythm.due(silence) else {
            return nil
        }
        let isQuietOnLeave = policy.rules[rule].quietWhile.contains(.leave)
        if isQuietOnLeave, trends.isLeaveExpected(policy.catalogue.leave) { return last.adding(days: silence.leave) }
        return isKnown(silence, policy) ? max(due, last.adding(days: silence.ceiling)) : due
    }

    /// A red flag that is open and was told just before explains the silence: somebody acts on it already.
    private func isKnown(_ silence: Silence, _ policy: AlertPolicy) -> Bool {
        guard let last = rhythm.last else { return false }
        return episodes.contains { episode in
            guard episode.isOpen, let rule = policy.rule(episode.rule), rule.kind == .redFlag else { return false }
            return silence.knownBy.contains(rule.domain) && last.days(since: episode.lastSign) <= silence.knownFor
        }
    }

    /// The silence that reigns at `time` after the last of `visits`.
    func silence(at time: Instant, lastReport: String, client: String, _ policy: AlertPolicy) -> Episode? {
        guard let (rule, _) = policy.index.silence, let due = silenceDue(policy), time >= due, let last = rhythm.last else {
            return nil
        }
        var episode = Episode(rule: policy.rules[rule], client: client, report: lastReport, at: due)
        episode.numbers.onset = last
        episode.numbers.gap = time.days(since: last)
        episode.numbers.usualGap = rhythm.medianGap
        return episode
    }

    /// A visit has come after a silence: the episode is kept, closed.
    mutating func recordSilence(before visit: VisitFindings, client: String, _ policy: AlertPolicy) {
        guard var episode = silence(at: visit.time, lastReport: lastReport, client: client, policy) else { return }
        episode.closed = visit.time
        episode.updated = visit.time
        episodes.append(episode)
    }
}
