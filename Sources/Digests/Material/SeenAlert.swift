package import Alerts
package import Reports

/// An alert as the previous digest showed it.
package struct SeenAlert: Hashable, Sendable {
    package var updated: Instant
    package var severity: Severity
    package var status: AlertStatus

    package init(updated: Instant, severity: Severity, status: AlertStatus) {
        self.updated = updated
        self.severity = severity
        self.status = status
    }

    package init(_ alert: Alert) {
        self.init(updated: alert.updated, severity: alert.severity, status: alert.status)
    }
}
