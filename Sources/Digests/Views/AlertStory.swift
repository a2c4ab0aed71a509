package import Alerts
package import Reports

/// One alert in full with its history.
package struct AlertStory: Hashable, Sendable {
    package var client: Caseload.Client
    package var card: AlertCard
    package var asOf: LocalTime
    /// Oldest first.
    package var history: [Event]

    /// Something that happened to the alert.
    package struct Event: Hashable, Sendable {
        package var time: LocalTime
        package var status: AlertStatus
        package var severity: Severity
        /// Who decided; nil when the reports did.
        package var by: String?
        package var reason: String?
    }

    /// An event before dates are made local.
    package struct EventMaterial: Hashable, Sendable {
        package var time: Instant
        package var status: AlertStatus
        package var severity: Severity
        package var by: String?
        package var reason: String?

        package init(time: Instant, status: AlertStatus, severity: Severity, by: String? = nil, reason: String? = nil) {
            self.time = time
            self.status = status
            self.severity = severity
            self.by = by
            self.reason = reason
        }
    }

    package init(of alert: Alert, client: Caseload.Client, history: [EventMaterial], in material: DigestMaterial) {
        self.client = client
        asOf = material.local(material.asOf)
        card = AlertCard(alert, news: AlertNews(standing: alert), in: material)
        self.history = history.sorted { $0.time < $1.time }.map { event in
            Event(
                time: material.local(event.time), status: event.status, severity: event.severity, by: event.by,
                reason: event.reason)
        }
    }
}
