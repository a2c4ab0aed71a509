import Alerts
import Casebook
import Reports
import Trends

/// What one batch brings for one client.
struct ClientStep: Sendable {
    var record: ClientRecord
    /// In the order of visits: where in the batch an arrival stands, and which version in the store it replaces.
    var arrivals: [(index: Int, replaces: KnownReport?)] = []
    /// Scored reports that a correction gives to another client.
    var losesReports = false

    /// What has become of it.
    struct Outcome: Sendable {
        var record: ClientRecord
        var scorings: [(index: Int, scoring: Scoring)] = []
        var changes: [AlertChange] = []
    }

    /// Folds the arrivals into the client's history. Where the order in which they came makes that impossible, and where the
    /// client is new in this run, the client is marked to be folded from the store at the end of the run, all visits at once.
    func outcome(_ batch: [Arrival], _ policy: AlertPolicy) -> Outcome {
        var outcome = Outcome(record: record)
        let isDeferred = record.needsRefold || losesReports || record.baseNewest == nil
        var history = isDeferred ? nil : startingHistory(policy)
        for (index, replaced) in arrivals {
            let arrival = batch[index]
            let scoring = scoring(of: arrival, replacing: replaced, policy)
            outcome.scorings.append((index, scoring))
            guard scoring == .scored else { continue }
            let time = arrival.report.time
            outcome.record.newest = max(outcome.record.newest ?? time, time)
            guard history != nil else { continue }
            let visit = VisitFindings(arrival.report, arrival.signals)
            if !fold(visit, replacing: replaced, into: &history, policy) { history = nil }
        }
        if var history {
            outcome.changes = history.takeChanges(policy: policy)
            outcome.record.settle(history, policy)
        } else {
            outcome.record.needsRefold = true
        }
        return outcome
    }

    /// False where the visit cannot be put in its place.
    private func fold(
        _ visit: VisitFindings, replacing old: KnownReport?, into history: inout ClientHistory?, _ policy: AlertPolicy
    ) -> Bool {
        guard let old, old.scoring == .scored else { return history?.add(visit, policy: policy) == .scored }
        guard old.client == record.client, old.time == visit.time else { return false }
        let added = history?.add(visit, policy: policy)
        return added == .corrected || added == .known
    }

    private func startingHistory(_ policy: AlertPolicy) -> ClientHistory? {
        let decoded = try? ClientHistory(decoding: record.history)
        return decoded.flatMap { $0.fits(policy) ? $0 : nil }
    }

    /// Late is judged by what was known when the run began, so that the order within an input makes no difference.
    private func scoring(of arrival: Arrival, replacing old: KnownReport?, _ policy: AlertPolicy) -> Scoring {
        if old?.scoring == .scored { return .scored }
        guard let newest = record.baseNewest else { return .scored }
        return arrival.report.time < newest.adding(days: -policy.latenessDays) ? .tooLate : .scored
    }
}

extension ClientRecord {
    /// Takes over what a history knows.
    mutating func settle(_ history: ClientHistory, _ policy: AlertPolicy) {
        self.history = history.encoded()
        newest = history.newestVisit
        silenceDue = history.silenceDue(policy: policy)
        rulebook = policy.rulebook
        needsRefold = false
    }
}
