import Reports

/// What the alerts of one simulated client got right and wrong.
package struct ClientVerdict: Sendable {
    package let truth: ClientTruth
    package let alerts: Int
    /// The first alert that finds the change.
    package let detection: AlertRecord?
    package let falseAlerts: [AlertRecord]
    package let wrongDomain: [AlertRecord]
    package let rightDomain: Int
    package let missedRedFlags: [ClientTruth.RedFlag]
    package let unplannedRedFlags: Int
    package let duplicates: Int
    package let quietDays: Double

    /// `alerts`: of this client, in the order of opening, without withdrawn ones.
    init(_ truth: ClientTruth, alerts: [AlertRecord]) {
        self.truth = truth
        self.alerts = alerts.count
        let others = alerts.filter { alert in !truth.redFlags.contains { alert.isExplained(by: $0) } }
        let finding = truth.kind == "red-flag" ? alerts : others
        let finds = finding.filter(truth.isFound)
        detection = finds.first
        let inWindow = others.filter { !$0.isRedFlag && truth.window.contains($0.opened) && !truth.isControl }
        rightDomain = inWindow.count(where: truth.isFound)
        wrongDomain = inWindow.filter { !truth.isFound(by: $0) && !truth.isRight($0.domain) }
        falseAlerts = others.filter { !$0.isRedFlag && truth.isQuiet(at: $0.opened) && !truth.isBadState($0) }
        missedRedFlags = truth.redFlags.filter { flag in !alerts.contains { $0.tells(flag) } }
        unplannedRedFlags = others.count { $0.isRedFlag }
        duplicates = ClientVerdict.duplicates(alerts)
        quietDays = truth.isControl ? truth.last.days(since: truth.first) : (truth.onset ?? truth.last).days(since: truth.first)
    }

    /// Days from the onset to the first alert that finds the change.
    package var delay: Double? {
        guard let detection, let onset = truth.onset else { return nil }
        return detection.opened.days(since: onset)
    }

    private static func duplicates(_ alerts: [AlertRecord]) -> Int {
        alerts.enumerated().count { index, alert in
            alerts[..<index].contains { $0.rule == alert.rule && $0.domain == alert.domain && $0.isOpen(at: alert.opened) }
        }
    }
}

extension ClientTruth {
    /// When an alert may find the change.
    fileprivate var window: ClosedRange<Instant> {
        guard let onset, let end else { return last.adding(days: 1)...last.adding(days: 1) }
        return onset...max(onset, end).adding(days: ClientScore.graceDays)
    }

    fileprivate func isRight(_ domain: String) -> Bool { domains.contains(domain) || domain == "decline" }

    fileprivate func isFound(by alert: AlertRecord) -> Bool {
        !isControl && isRight(alert.domain) && window.contains(alert.opened) && alert.isRecovery == (kind == "recovery")
    }

    /// A client who is to recover is in a bad way before; saying so is not false.
    fileprivate func isBadState(_ alert: AlertRecord) -> Bool {
        kind == "recovery" && !alert.isRecovery && isRight(alert.domain)
    }

    fileprivate func isQuiet(at time: Instant) -> Bool { isControl || onset.map { time < $0 } ?? true }
}

extension AlertRecord {
    /// Raised or kept up by this urgent report.
    fileprivate func tells(_ flag: ClientTruth.RedFlag) -> Bool {
        isRedFlag && (reports.contains(flag.report) || domain == flag.domain && isOpen(at: flag.time))
    }

    /// A consequence of this urgent report.
    fileprivate func isExplained(by flag: ClientTruth.RedFlag) -> Bool {
        if isRedFlag && reports.contains(flag.report) { return true }
        let last = flag.time.adding(days: ClientScore.explainedDays)
        return domain == flag.domain && !isRecovery && (flag.time...last).contains(opened)
    }
}
