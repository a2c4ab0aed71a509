package import Alerts
import Reports

/// How each rule has done, by what people made of its alerts.
package struct RuleReport: Sendable {
    package struct Line: Hashable, Sendable {
        package var rule: String
        package var confirmed = 0
        package var dismissed = 0
        package var unreviewed = 0
        package var reasons: [DismissalReason: Int] = [:]
        /// Hours from the alert to the first decision about it, of those that have one.
        package var hoursToAction: [Double] = []

        package var alerts: Int { confirmed + dismissed + unreviewed }
        package var reviewed: Int { confirmed + dismissed }
        /// Of those that people looked at, the share that was right.
        package var confirmedShare: Interval { Interval.share(confirmed, of: reviewed) }

        package var medianHours: Double? {
            let sorted = hoursToAction.sorted()
            guard !sorted.isEmpty else { return nil }
            let middle = sorted.count / 2
            return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
        }
    }

    /// The rules with most alerts first.
    package let lines: [Line]
    /// Below this share of confirmed alerts a rule is listed for retirement.
    package let floor: Double

    /// Fewer reviewed alerts tell nothing.
    package static let leastReviewed = 10

    package init(alerts: [Alert], decisions: [String: DecisionLog], floor: Double) {
        self.floor = floor
        var lines: [String: Line] = [:]
        for alert in alerts where alert.status != .withdrawn {
            var line = lines[alert.rule] ?? Line(rule: alert.rule)
            let log = decisions[alert.id]
            switch log.map({ Verdict($0) }) ?? .unreviewed {
            case .confirmed: line.confirmed += 1
            case .dismissed: line.dismissed += 1
            case .unreviewed: line.unreviewed += 1
            }
            if let reason = log?.dismissal?.reason { line.reasons[reason, default: 0] += 1 }
            if let first = log?.firstAction { line.hoursToAction.append(max(0, first.days(since: alert.opened) * 24)) }
            lines[alert.rule] = line
        }
        self.lines = lines.values.sorted { ($1.alerts, $0.rule) < ($0.alerts, $1.rule) }
    }

    /// Rules of which even the upper end of the interval lies below the floor.
    package var retiring: [Line] {
        lines.filter { $0.reviewed >= Self.leastReviewed && $0.confirmedShare.upper < floor }
    }
}

extension RuleReport {
    /// For people.
    package var text: String {
        var rows = ["rule".filled(34) + "alerts  right  wrong  open   right of those reviewed     first action"]
        for line in lines {
            let share = line.confirmedShare
            let percent = line.reviewed == 0 ? "–" : "\(percent(share.lower))–\(percent(share.upper)) %"
            rows.append(
                line.rule.filled(34) + "\(line.alerts)".filled(8) + "\(line.confirmed)".filled(7) + "\(line.dismissed)".filled(7)
                    + "\(line.unreviewed)".filled(7) + percent.filled(28) + (line.medianHours.map { "\(decimals($0)) h" } ?? "–"))
        }
        if lines.isEmpty { rows = ["No alerts."] }
        for line in retiring {
            let reasons = line.reasons.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
                .map { "\($0.key.rawValue) \($0.value)" }
            rows.append(
                "Retire \(line.rule)? At most \(percent(line.confirmedShare.upper)) % of its alerts are right, "
                    + "the floor is \(percent(floor)) %. Dismissed as: \(reasons.joined(separator: ", ")).")
        }
        return rows.joined(separator: "\n") + "\n"
    }

    private func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) }

    /// For programs: one line a rule.
    package var ndjson: String { lines.map { record($0) + "\n" }.joined() }

    private func record(_ line: Line) -> String {
        let share = line.confirmedShare
        let reasons = line.reasons.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\"\($0.key.rawValue)\":\($0.value)" }.joined(separator: ",")
        let retires = retiring.contains { $0.rule == line.rule }
        return "{\"rule\":\"\(line.rule.replacing("\"", with: "'"))\",\"alerts\":\(line.alerts),\"confirmed\":\(line.confirmed)"
            + ",\"dismissed\":\(line.dismissed),\"unreviewed\":\(line.unreviewed)"
            + ",\"confirmed_share\":[\(thousandths(share.lower)),\(thousandths(share.upper))]"
            + ",\"median_hours_to_action\":\(line.medianHours.map { "\(thousandths($0))" } ?? "null")"
            + ",\"reasons\":{\(reasons)},\"retire\":\(retires)}"
    }

    private func thousandths(_ number: Double) -> Double { (number * 1_000).rounded() / 1_000 }
}
