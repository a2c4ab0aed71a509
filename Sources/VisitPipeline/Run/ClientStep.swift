import Alerts
import Casebook
import Reports
import Trends

/// What one batch brings for one client.
struct ClientStep: Sendable {
    var record: ClientRecord
    /// Nil where it must be made or decoded first.
    var history: ClientHistory?
    var arrivals: [(arrival: Arrival, replaces: KnownReport?)] = []
    /// Scored reports that a correction gives to another client.
    var losesReports = false

    /// What has become of it.
    struct Outcome: Sendable {
        var record: ClientRecord
        /// Nil while the client waits to be folded anew.
        var history: ClientHistory?
        var filed: [(report: FiledReport, isCorrection: Bool)] = []
        var changes: [AlertChange] = []
        var tooLate = 0
    }

    /// Folds the arrivals in the order of visits. Where the order of arrival makes that impossible, the client is marked to be
    /// folded anew from the store.
    func outcome(_ policy: AlertPolicy) -> Outcome {
        var outcome = Outcome(record: record)
        if losesReports { outcome.record.needsRefold = true }
        var history = outcome.record.needsRefold ? nil : startingHistory(policy)
        if history == nil { outcome.record.needsRefold = true }
        for (arrival, replaced) in arrivals.sorted(by: precedes) {
            let scoring = scoring(of: arrival, replacing: replaced, policy)
            outcome.filed.append((filed(arrival, scoring), arrival.isCorrection))
            if scoring == .tooLate { outcome.tooLate += 1 }
            let movesOut = replaced?.scoring == .scored && scoring == .scored && !isInPlace(arrival, replaced)
            if movesOut { outcome.record.needsRefold = true }
            guard scoring == .scored, let visit = arrival.visit else { continue }
            outcome.record.newest = max(outcome.record.newest ?? visit.time, visit.time)
            guard !outcome.record.needsRefold else { continue }
            let added = history?.add(visit, policy: policy)
            let isExpected = replaced == nil ? added == .scored : added == .corrected || added == .known
            if !isExpected { outcome.record.needsRefold = true }
        }
        if !outcome.record.needsRefold, let history { outcome.settle(history, policy) }
        return outcome
    }

    private func startingHistory(_ policy: AlertPolicy) -> ClientHistory? {
        if let history { return history }
        if record.history.isEmpty { return ClientHistory(client: record.client, policy: policy) }
        let decoded = try? ClientHistory(decoding: record.history)
        return decoded.flatMap { $0.fits(policy) ? $0 : nil }
    }

    /// Late is judged by what was known when the run began, so that the order within an input makes no difference.
    private func scoring(of arrival: Arrival, replacing old: KnownReport?, _ policy: AlertPolicy) -> Scoring {
        if old?.scoring == .scored { return .scored }
        guard let newest = record.baseNewest else { return .scored }
        return arrival.report.time < newest.adding(days: -policy.latenessDays) ? .tooLate : .scored
    }

    private func isInPlace(_ arrival: Arrival, _ old: KnownReport?) -> Bool {
        old?.client == arrival.report.client && old?.time == arrival.report.time
    }

    private func filed(_ arrival: Arrival, _ scoring: Scoring) -> FiledReport {
        FiledReport(
            report: arrival.report, contentHash: arrival.contentHash, signals: arrival.signals, scoring: scoring)
    }
}

extension ClientStep.Outcome {
    fileprivate mutating func settle(_ history: ClientHistory, _ policy: AlertPolicy) {
        var history = history
        changes = history.takeChanges(policy: policy)
        record.settle(history, policy)
        self.history = history
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

private func precedes(_ a: (arrival: Arrival, replaces: KnownReport?), _ b: (arrival: Arrival, replaces: KnownReport?)) -> Bool {
    let (left, right) = (a.arrival.report, b.arrival.report)
    return left.time != right.time ? left.time < right.time : left.id < right.id
}
