import ChangeDetection
package import Reports
import Signals

/// Every measure of one client against the client's own usual level: a pure fold over visits, of constant size.
package struct ClientTrends: Hashable, Sendable {
    var measures: [MeasureState]
    var composite: CompositeState
    var weight = WeightSeries()
    var ranges: [OwnRange]
    var notes = RecentNotes()
    var carers = CarerTallies()
    package internal(set) var weekly: WeeklyTallies
    /// The client has been away since.
    package internal(set) var awaySince: Instant?
    /// When a leave to come was last told of.
    package internal(set) var leaveAnnounced: Instant?
    package internal(set) var lastVisit: Instant?

    package init(_ plan: MeasurePlan) {
        measures = Array(repeating: MeasureState(), count: plan.followed.count)
        composite = CompositeState(measures: plan.followed.count)
        ranges = Array(repeating: OwnRange(), count: plan.catalogue.ranges.count)
        weekly = WeeklyTallies(measures: plan.followed.count)
    }

    init(measures: [MeasureState], composite: CompositeState, ranges: [OwnRange]) {
        self.measures = measures
        self.composite = composite
        self.ranges = ranges
        weekly = WeeklyTallies(measures: measures.count)
    }

    /// Takes in the next visit; what it says about the visit itself comes back with the alarms it raised. While a trend is
    /// known already, another needs more evidence.
    package mutating func observe(
        _ visit: VisitFindings, _ plan: MeasurePlan, _ styles: CarerStyles, isTrendKnown: Bool = false
    ) -> Observed {
        let witness = Witness(visit, plan.catalogue, isCopy: notes.isCopy(visit, plan.catalogue))
        notes.remember(visit, plan.catalogue)
        let isReturn = followLeave(visit, witness, plan.catalogue.leave)
        if isReturn { comeHome() }
        lastVisit = visit.time
        var observed = Observed(witness: witness, isAway: awaySince != nil && !witness.leaves, isReturn: isReturn)
        guard !witness.isCopy else { return observed }
        observed.observations = observations(of: visit, witness, isAway: observed.isAway, plan)
        weekly.add(observed.observations, at: visit.time)
        observed.alarms = score(
            observed.observations, visit, plan, styles, caution: isTrendKnown ? plan.catalogue.caution : 1)
        observed.alarms += scoreReadings(visit, plan.catalogue)
        return observed
    }

    /// False where the plan follows other measures than this state was made for.
    package func fits(_ plan: MeasurePlan) -> Bool {
        measures.count == plan.followed.count && composite.gains.count == measures.count
            && weekly.all.count == measures.count * WeeklyTallies.weeks && ranges.count == plan.catalogue.ranges.count
    }

    /// The usual chance that a visit is not fine, and on how many visits it rests.
    package func usual(_ measure: Int, _ plan: MeasurePlan) -> (chance: Double, visits: Double) {
        let state = measures[measure]
        return (1 - state.usual.predictive(plan.followed[measure].prior)[0], state.usual.observations)
    }

    /// Away, or with a leave announced so lately that it may have begun.
    package func isLeaveExpected(_ rule: LeaveRule) -> Bool {
        if awaySince != nil { return true }
        guard let leaveAnnounced, let lastVisit else { return false }
        return lastVisit.days(since: leaveAnnounced) <= rule.notice
    }

    /// The chances of a measure's grades as this client has shown them, and on how many observations they rest.
    package func level(_ measure: Int, _ plan: MeasurePlan) -> (chances: [Double], observations: Double) {
        let prior = plan.followed[measure].prior
        let chances = measures[measure].usual.predictive(prior)
        return ((1..<prior.categories).map { chances[$0] }, measures[measure].usual.observations)
    }

    /// True where a visit ends a leave that was long enough to be one.
    private mutating func followLeave(_ visit: VisitFindings, _ witness: Witness, _ rule: LeaveRule) -> Bool {
        defer { if witness.announcesLeave { leaveAnnounced = visit.time } }
        if witness.leaves {
            awaySince = awaySince ?? visit.time
            return false
        }
        guard witness.returns || (witness.isSeen && witness.isWritten) else { return false }
        let since = awaySince ?? (witness.returns || isLeaveExpected(rule) ? lastVisit : nil)
        awaySince = nil
        guard let since, visit.time.days(since: since) >= rule.absence else { return false }
        leaveAnnounced = nil
        return true
    }

    private mutating func comeHome() {
        for index in measures.indices { measures[index].comeHome() }
        composite.comeHome()
    }
}

/// What a visit was worth, and what it tipped.
package struct Observed: Sendable {
    package var witness: Witness
    package var isAway: Bool
    /// The first visit after a leave.
    package var isReturn: Bool
    /// By measure; nil where the visit is no observation of it.
    package var observations: [Observation?] = []
    package var alarms: [TrendAlarm] = []
}
