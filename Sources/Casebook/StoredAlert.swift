package import Alerts
package import Reports

/// An alert as the reports have it, with the reason where it was withdrawn.
package struct StoredAlert: Hashable, Sendable {
    package var alert: Alert
    package var withdrawnReason: String?

    package init(alert: Alert, withdrawnReason: String? = nil) {
        self.alert = alert
        self.withdrawnReason = withdrawnReason
    }
}

/// One entry of an alert's ledger: what was seen to happen to it, in which run.
package struct AlertLedgerEntry: Hashable, Sendable {
    package var alert: String
    /// `opened`, `updated`, `closed` or `withdrawn`.
    package var change: String
    package var severity: Severity
    package var at: Instant
    package var reason: String?
    package var run: Int64
}
