package import Reports
package import Trends

/// What the fold knows of one client: a pure function of the set of the client's reports and the policy, of constant size.
///
/// - `settled` is the state after all visits older than the lateness horizon; `recent` holds the visits since;
///   `current` is the state after all of them.
/// - A late or corrected visit within the horizon is put where it belongs and what follows is replayed.
package struct ClientHistory: Sendable {
    package let client: String
    /// The time of the newest visit ever added.
    package internal(set) var newestVisit: Instant?
    var settled: ClientState
    /// In order of the fold.
    var recent: [VisitFindings] = []
    var current: ClientState
    /// Names the measures and patterns that the states were made for.
    var shape: UInt64
    private var reported: [Episode] = []
    private var finished: [Episode] = []
    /// The shape that the states have been seen to fit.
    private var seenToFit: UInt64?
    private var withdrawalReason = WithdrawalReason.late

    package init(client: String, policy: AlertPolicy) {
        self.client = client
        settled = ClientState(policy)
        current = settled
        shape = policy.shape
    }

    init(
        client: String, newestVisit: Instant?, settled: ClientState, recent: [VisitFindings], current: ClientState, shape: UInt64
    ) {
        self.client = client
        self.newestVisit = newestVisit
        self.settled = settled
        self.recent = recent
        self.current = current
        self.shape = shape
        reported = current.episodes
    }

    /// False where the measures or patterns have changed since: the history is to be folded anew from the reports.
    package func fits(_ policy: AlertPolicy) -> Bool {
        shape == policy.shape && settled.fits(policy) && current.fits(policy)
    }

    /// A history that does not fit begins anew from its recent visits.
    private mutating func fit(_ policy: AlertPolicy, _ styles: CarerStyles) {
        if seenToFit == policy.shape { return }
        seenToFit = policy.shape
        if fits(policy) { return }
        settled = ClientState(policy)
        shape = policy.shape
        replay(policy, styles)
    }

    /// The reports that a later visit may still change, oldest first.
    package var recentReports: [String] { recent.map(\.report) }

    /// Adds a visit, or a corrected version of one: of two versions the one received later wins, else the one that comes later.
    package mutating func add(
        _ visit: VisitFindings, policy: AlertPolicy, styles: CarerStyles = .none
    ) -> AddOutcome {
        fit(policy, styles)
        if let known = recent.firstIndex(where: { $0.report == visit.report }) {
            let earlier = recent[known]
            if earlier == visit { return .known }
            if let old = earlier.received, let new = visit.received, new < old { return .known }
            return replace(known, with: visit, policy, styles)
        }
        if let horizon = horizon(policy), visit.time < horizon { return .tooLate }
        insert(visit, policy, styles)
        return .scored
    }

    /// Adds a visit to a history that is folded from its beginning, visit by visit in the order of the fold up to `newest`.
    ///
    /// Ends in the same history as `add`, at half the cost: what is older than the lateness horizon is stepped through once.
    package mutating func addNext(
        _ visit: VisitFindings, newest: Instant, policy: AlertPolicy, styles: CarerStyles = .none
    ) {
        newestVisit = newest
        if visit.time < newest.adding(days: -policy.latenessDays) {
            passHorizon(visit, policy, styles)
            return
        }
        if recent.isEmpty { current = settled }
        recent.append(visit)
        current.step(visit, client: client, policy, styles)
    }

    /// Takes a report out; false where it is no longer among the recent ones.
    package mutating func remove(report: String, policy: AlertPolicy, styles: CarerStyles = .none) -> Bool {
        guard let known = recent.firstIndex(where: { $0.report == report }) else { return false }
        fit(policy, styles)
        recent.remove(at: known)
        withdrawalReason = .removed
        replay(policy, styles)
        return true
    }

    private mutating func replace(
        _ known: Int, with visit: VisitFindings, _ policy: AlertPolicy, _ styles: CarerStyles
    ) -> AddOutcome {
        if let horizon = horizon(policy), visit.time < horizon { return .tooLate }
        recent.remove(at: known)
        newestVisit = max(newestVisit ?? visit.time, visit.time)
        place(visit)
        withdrawalReason = .corrected
        settle(policy, styles)
        replay(policy, styles)
        return .corrected
    }

    private mutating func insert(_ visit: VisitFindings, _ policy: AlertPolicy, _ styles: CarerStyles) {
        newestVisit = max(newestVisit ?? visit.time, visit.time)
        let isNext = recent.last.map { $0 < visit } ?? true
        place(visit)
        if isNext { current.step(visit, client: client, policy, styles) }
        settle(policy, styles)
        guard !isNext else { return }
        withdrawalReason = .late
        replay(policy, styles)
    }

    private func horizon(_ policy: AlertPolicy) -> Instant? { newestVisit?.adding(days: -policy.latenessDays) }

    private mutating func place(_ visit: VisitFindings) {
        let index = recent.lastIndex { $0 < visit }.map { $0 + 1 } ?? 0
        recent.insert(visit, at: index)
    }

    /// Moves the settled state over what has passed the horizon.
    private mutating func settle(_ policy: AlertPolicy, _ styles: CarerStyles) {
        guard let horizon = horizon(policy), let first = recent.first, first.time < horizon else { return }
        let passed = recent.prefix { $0.time < horizon }
        for visit in passed { passHorizon(visit, policy, styles) }
        recent.removeFirst(passed.count)
    }

    private mutating func passHorizon(_ visit: VisitFindings, _ policy: AlertPolicy, _ styles: CarerStyles) {
        settled.step(visit, client: client, policy, styles)
        finished += settled.episodes.filter { $0.closed == visit.time }
    }

    private mutating func replay(_ policy: AlertPolicy, _ styles: CarerStyles) {
        current = settled
        for visit in recent { current.step(visit, client: client, policy, styles) }
    }

    /// What has become of the alerts since the last call, or since the history was decoded; in order of opening.
    package mutating func takeChanges(policy: AlertPolicy) -> [AlertChange] {
        var now = current.episodes
        for episode in finished where !now.contains(where: { $0.id == episode.id }) { now.append(episode) }
        now.sort { ($0.opened, $0.id) < ($1.opened, $1.id) }
        var changes: [AlertChange] = []
        for episode in now where policy.index.position[episode.rule] != nil {
            changes += self.changes(to: episode, policy)
        }
        let horizon = horizon(policy)
        for old in reported where !now.contains(where: { $0.id == old.id }) {
            if let closed = old.closed, let horizon, closed < horizon { continue }
            guard var alert = old.alert(client: client, policy) else { continue }
            alert.status = .withdrawn
            changes.append(.withdrawn(alert, reason: withdrawalReason.rawValue))
        }
        reported = current.episodes
        finished = []
        return changes
    }

    private func changes(to episode: Episode, _ policy: AlertPolicy) -> [AlertChange] {
        guard let alert = episode.alert(client: client, policy) else { return [] }
        let old = reported.first { $0.id == episode.id }
        if old == episode { return [] }
        var changes: [AlertChange] = []
        if old == nil { changes.append(.opened(alert)) }
        if episode.closed != nil, old?.closed == nil { return changes + [.closed(alert)] }
        return old == nil ? changes : [.updated(alert)]
    }
}

/// Why an alert lost its ground.
private enum WithdrawalReason: String {
    case late = "A report that came late changed what went before."
    case corrected = "A report it rested on was corrected."
    case removed = "A report it rested on was taken back."
}
