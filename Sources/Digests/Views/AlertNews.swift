package import Alerts

/// What there is to tell about an alert since the previous digest.
package enum AlertNews: Hashable, Sendable {
    case new
    case worse(was: Severity)
    case easier(was: Severity)
    case moreEvidence
    case unchanged
    /// Closed, resolved or dismissed.
    case ended
    case withdrawn

    /// Whether a person should read the alert again.
    package var needsReading: Bool {
        switch self {
        case .new, .worse, .easier, .moreEvidence: true
        case .unchanged, .ended, .withdrawn: false
        }
    }

    /// Nil when there is nothing to tell: what ended before the previous digest, or was withdrawn without ever being shown.
    init?(of alert: Alert, in material: DigestMaterial) {
        switch alert.status {
        case .withdrawn:
            guard Self.wasShownOpen(alert, in: material) else { return nil }
            self = .withdrawn
        case .closed, .dismissed, .resolved:
            let isUnseen = material.seen.map { $0[alert.id] == nil } ?? true
            guard Self.wasShownOpen(alert, in: material) || (isUnseen && Self.hasMoved(alert, in: material)) else { return nil }
            self = .ended
        case .open, .acknowledged, .snoozed:
            self = AlertNews(ofOpen: alert, in: material)
        }
    }

    private init(ofOpen alert: Alert, in material: DigestMaterial) {
        if material.seen == nil, let since = material.since {
            self = alert.opened > since ? .new : alert.updated > since ? .moreEvidence : .unchanged
        } else if let seen = material.seen?[alert.id] {
            if alert.severity < seen.severity {
                self = .worse(was: seen.severity)
            } else if alert.severity > seen.severity {
                self = .easier(was: seen.severity)
            } else {
                self = alert.updated > seen.updated ? .moreEvidence : .unchanged
            }
        } else {
            self = .new
        }
        if alert.status == .snoozed, !hasTurnedUrgent(alert) { self = .unchanged }
    }

    /// The one thing that breaks through a snooze.
    private func hasTurnedUrgent(_ alert: Alert) -> Bool {
        guard case .worse = self else { return false }
        return alert.severity == .urgent
    }

    private static func wasShownOpen(_ alert: Alert, in material: DigestMaterial) -> Bool {
        guard let seen = material.seen else {
            return hasMoved(alert, in: material) && material.since.map { alert.opened <= $0 } ?? false
        }
        return seen[alert.id]?.status.isOpen ?? false
    }

    private static func hasMoved(_ alert: Alert, in material: DigestMaterial) -> Bool {
        guard let since = material.since else { return false }
        return max(alert.updated, alert.closed ?? alert.updated) > since
    }
}

extension AlertNews {
    /// On a page that is not about what is new: how the alert stands.
    init(standing alert: Alert) {
        self = alert.status.isOpen ? .unchanged : alert.status == .withdrawn ? .withdrawn : .ended
    }
}

extension AlertStatus {
    /// Still somebody's concern.
    var isOpen: Bool { self == .open || self == .acknowledged || self == .snoozed }
}
