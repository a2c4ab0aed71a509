package import Alerts
package import Casebook
package import Reports

/// The alerts as they stand at one time: those that the reports opened, and silence where it reigns by then.
package struct AlertList {
    package let asOf: Instant
    /// By (opened, client, rule, id).
    package let alerts: [Alert]

    /// `asOf` is the newest visit in the store when nil; then all that people have decided counts, else what they had by then.
    package init(
        in book: Casebook, policy: AlertPolicy, asOf: Instant? = nil, client: String? = nil, withWithdrawn: Bool = false
    ) throws {
        let stored = try book.alerts(of: client).filter { withWithdrawn || $0.withdrawnReason == nil }
        try self.init(stored, in: book, policy: policy, asOf: asOf, decidedBy: asOf, client: client)
    }

    /// Of the alerts given and of silence. What people decided counts up to `decidedBy`; nil is all of it.
    init(
        _ stored: [StoredAlert], in book: Casebook, policy: AlertPolicy, asOf: Instant?, decidedBy: Instant?,
        client: String? = nil
    ) throws {
        let asOf = try asOf ?? book.newestVisit() ?? Instant(seconds: 0)
        var alerts = stored.map(\.alert).filter { $0.opened <= asOf }.map { $0.standing(at: asOf) }
        let known = Set(alerts.map(\.id))
        for record in try book.clientsSilent(by: asOf) where client == nil || record.client == client {
            guard let history = try? ClientHistory(decoding: record.history), history.fits(policy),
                let silence = history.silence(asOf: asOf, policy: policy), !known.contains(silence.id)
            else { continue }
            alerts.append(silence)
        }
        let decisions = try book.decisions(through: decidedBy)
        alerts = alerts.map { alert in decisions[alert.id].map { alert.decided($0, at: asOf) } ?? alert }
        self.asOf = asOf
        self.alerts = alerts.sorted { ($0.opened, $0.client, $0.rule, $0.id) < ($1.opened, $1.client, $1.rule, $1.id) }
    }
}

extension Alert {
    /// An alert that was closed only later was still open then.
    fileprivate func standing(at time: Instant) -> Alert {
        guard let closed, closed > time else { return self }
        var alert = self
        alert.closed = nil
        if alert.status == .closed { alert.status = .open }
        return alert
    }
}
