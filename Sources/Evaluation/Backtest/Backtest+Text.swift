import Alerts
import Reports

extension Backtest {
    /// For people: the sums first, then every alert that changes.
    package var text: String {
        let stretch = "\(begin.iso8601.prefix(10)) to \(end.iso8601.prefix(10))"
        var lines = ["\(stretch): \(oldAlerts.count) alerts before, \(newAlerts.count) after"]
        lines.append(
            "\(appearing.count) appear, \(vanishing.count) vanish, \(earlier.count) come earlier, \(later.count) later, "
                + "\(kept.count - earlier.count - later.count) stay as they were")
        lines.append("")
        lines += loadLines + [""] + effectLines
        if !rules.isEmpty {
            lines += ["", "rule".filled(36) + "before  after"]
            lines += rules.map { $0.rule.filled(36) + "\($0.before)".filled(8) + "\($0.after)" }
        }
        lines += section("Appear", appearing) + section("Vanish", vanishing)
        lines += movedLines("Earlier", earlier) + movedLines("Later", later)
        return lines.joined(separator: "\n") + "\n"
    }

    private var loadLines: [String] {
        ["coordinator".filled(24) + "alerts a day".filled(20) + "busiest day"]
            + loads.map { load in
                load.coordinator.filled(24)
                    + "\(mean(load.before)) → \(mean(load.after))".filled(20)
                    + "\(load.before.max() ?? 0) → \(load.after.max() ?? 0)"
            }
    }

    func mean(_ counts: [Int]) -> String { decimals(Double(counts.reduce(0, +)) / Double(max(1, counts.count))) }

    private var effectLines: [String] {
        [Verdict.confirmed, .dismissed].map { verdict in
            let effect = effect(on: verdict)
            guard effect.all > 0 else { return "No alert of that time was \(verdict.rawValue)." }
            let moved = "\(effect.earlier) earlier, \(effect.later) later"
            return "Of \(effect.all) \(verdict.rawValue): \(effect.kept) stay (\(moved)), \(effect.all - effect.kept) vanish"
        }
    }

    private func section(_ title: String, _ alerts: [Alert]) -> [String] {
        alerts.isEmpty ? [] : ["", title] + alerts.map { "  " + row($0, verdict(of: $0)) }
    }

    private func movedLines(_ title: String, _ pairs: [Pair]) -> [String] {
        guard !pairs.isEmpty else { return [] }
        return ["", title]
            + pairs.map { pair in
                let days = "\(decimals(abs(pair.days))) days \(pair.days < 0 ? "earlier" : "later")"
                return "  " + row(pair.new, verdict(of: pair.old)) + "  " + days
            }
    }

    func verdict(of alert: Alert) -> Verdict { decisions[alert.id].map { Verdict($0) } ?? .unreviewed }

    private func row(_ alert: Alert, _ verdict: Verdict) -> String {
        let mark = verdict == .unreviewed ? "" : " (\(verdict.rawValue))"
        return "\(alert.opened.iso8601.prefix(10))  " + alert.severity.rawValue.filled(8) + alert.client.shownPlainly.filled(12)
            + alert.title + mark
    }
}

func decimals(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
}

extension String {
    /// With blanks up to a width.
    func filled(_ width: Int) -> String { self + String(repeating: " ", count: Swift.max(1, width - count)) }

    /// Without control characters, which a client's id may hold.
    fileprivate var shownPlainly: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
    }
}
