import Reports
import Trends

extension ClientState {
    /// When silence begins; nil while the rhythm is unknown or the client is away.
    func silenceDue(_ policy: AlertPolicy) -> Instant? {
        guard let (rule, silence) = policy.index.silence else { return nil }
        if trends.awaySince != nil, policy.rules[rule].quietWhile.contains(.leave) { return nil }
        return rhythm.due(silence)
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
