import Alerts
import Casebook

/// What a fold from the beginning changes in a client's stored alerts.
struct AlertDifference {
    let stored: [StoredAlert]
    /// All that the new fold told, in its order.
    let now: [AlertChange]

    func changes(_ reason: String) -> [AlertChange] {
        let known = Dictionary(stored.map { ($0.alert.id, $0) }) { first, _ in first }
        let alerts = currentAlerts
        var changes: [AlertChange] = []
        for alert in alerts {
            let old = known[alert.id]
            if let old, old.withdrawnReason == nil, old.alert == alert { continue }
            if old == nil { changes.append(.opened(alert)) }
            let closes = alert.closed != nil && old?.alert.closed == nil
            if closes { changes.append(.closed(alert)) } else if old != nil { changes.append(.updated(alert)) }
        }
        let standing = Set(alerts.map(\.id))
        for old in stored where old.withdrawnReason == nil && !standing.contains(old.alert.id) {
            changes.append(.withdrawn(old.alert, reason: reason))
        }
        return changes
    }

    /// The last that was told of each alert, in the order of opening.
    private var currentAlerts: [Alert] {
        var latest: [String: Alert] = [:]
        for change in now {
            switch change {
            case .opened(let alert), .updated(let alert), .closed(let alert): latest[alert.id] = alert
            case .withdrawn(let alert, _): latest[alert.id] = nil
            }
        }
        return latest.values.sorted { ($0.opened, $0.id) < ($1.opened, $1.id) }
    }
}
