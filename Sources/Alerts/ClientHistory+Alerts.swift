package import Reports
package import Trends

extension ClientHistory {
    /// The alerts that are open, or were closed within the lateness horizon; in order of opening.
    package func alerts(policy: AlertPolicy) -> [Alert] {
        current.episodes.sorted { ($0.opened, $0.id) < ($1.opened, $1.id) }
            .compactMap { $0.alert(client: client, policy) }
    }

    /// When the client's silence begins if no report comes; nil while the rhythm is unknown or the client is away.
    package func silenceDue(policy: AlertPolicy) -> Instant? { current.silenceDue(policy) }

    /// The silence that reigns at `time`, judged by the client's own rhythm; nil where there is none.
    package func silence(asOf time: Instant, policy: AlertPolicy) -> Alert? {
        current.silence(at: time, lastReport: current.lastReport, client: client, policy)?
            .alert(client: client, policy)
    }

    /// Visits that told of the client.
    package var ordinaryVisits: Double { Double(current.ordinaryVisits) }

    /// As one of a population in whom nothing changes; nil before so many visits that the client is known.
    package func asStable(policy: AlertPolicy) -> StablePopulation.Client? {
        guard current.ordinaryVisits >= 30 else { return nil }
        let visits = Double(current.ordinaryVisits)
        return StablePopulation.Client(
            visitsPerDay: current.rhythm.visitsPerDay,
            measures: policy.catalogue.measures.indices.map { measure in
                let level = current.trends.level(measure, policy.plan)
                return (perVisit: min(1, level.observations / visits), chances: level.chances)
            })
    }

    /// Week by week, up to the newest visit.
    package var weekly: WeeklyTallies { current.trends.weekly }

    /// The client is in hospital or away since.
    package var awaySince: Instant? { current.trends.awaySince }
}
