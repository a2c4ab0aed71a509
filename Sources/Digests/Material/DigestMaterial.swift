package import Alerts
package import Reports

/// All that the digests of one run are made from; the caseload picks each coordinator's part.
package struct DigestMaterial: Sendable {
    /// Open ones, and those closed or withdrawn since the previous digest.
    package var alerts: [Alert]
    /// The time at which silence and ages are judged.
    package var asOf: Instant
    /// The previous digest's as-of; nil for the first one.
    package var since: Instant?
    /// By alert id, what the previous digest showed; nil when unknown: then `since` tells what is new.
    package var seen: [String: SeenAlert]?
    /// By report id.
    package var visits: [String: QuotedVisit] = [:]
    /// By client.
    package var charts: [String: [ChartSeries]] = [:]
    /// By id.
    package var planChanges: [String: PlanChange] = [:]
    package var putAside: [PutAsideLine] = []
    package var counts: RunCounts?
    /// By client, the reports since the previous digest; nil when unknown.
    package var reportCounts: [String: Int]?
    /// Seconds east of UTC in the agency's zone at an instant.
    package var localOffset: @Sendable (Instant) -> Int

    package init(
        alerts: [Alert], asOf: Instant, since: Instant? = nil, seen: [String: SeenAlert]? = nil,
        localOffset: @escaping @Sendable (Instant) -> Int = { _ in 0 }
    ) {
        self.alerts = alerts
        self.asOf = asOf
        self.since = since
        self.seen = seen
        self.localOffset = localOffset
    }

    func local(_ instant: Instant) -> LocalTime { LocalTime(instant, offset: localOffset(instant)) }
}
