import Alerts
import Reports
import Rulebook

extension Backtest {
    /// For programs: a summary, a line a coordinator, a line a rule, and a line for every alert that changes.
    package var ndjson: String {
        let lines: [JSONValue] = [summary] + loads.map(line) + ruleLines + alertLines
        return lines.map { $0.written() + "\n" }.joined()
    }

    private var summary: JSONValue {
        .object([
            "record": "summary", "from": .text(begin.iso8601), "to": .text(end.iso8601), "before": count(oldAlerts.count),
            "after": count(newAlerts.count), "appear": count(appearing.count), "vanish": count(vanishing.count),
            "earlier": count(earlier.count), "later": count(later.count), "confirmed": line(effect(on: .confirmed)),
            "dismissed": line(effect(on: .dismissed)),
        ])
    }

    private func line(_ effect: Effect) -> JSONValue {
        .object([
            "all": count(effect.all), "kept": count(effect.kept), "earlier": count(effect.earlier), "later": count(effect.later),
        ])
    }

    private func line(_ load: Load) -> JSONValue {
        .object([
            "record": "load", "coordinator": .text(load.coordinator), "before": .list(load.before.map(count)),
            "after": .list(load.after.map(count)),
        ])
    }

    private var ruleLines: [JSONValue] {
        rules.map { rule, before, after in
            .object(["record": "rule", "rule": .text(rule), "before": count(before), "after": count(after)])
        }
    }

    private var alertLines: [JSONValue] {
        appearing.map { line($0, "appears", nil) } + vanishing.map { line($0, "vanishes", nil) }
            + (earlier + later).map { line($0.new, $0.days < 0 ? "earlier" : "later", $0) }
    }

    private func line(_ alert: Alert, _ change: JSONValue, _ pair: Pair?) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("record", "alert"), .init("change", change), .init("alert", .text(alert.id)),
            .init("client", .text(alert.client)), .init("rule", .text(alert.rule)),
            .init("severity", .text(alert.severity.rawValue)), .init("opened", .text(alert.opened.iso8601)),
            .init("verdict", .text(verdict(of: pair?.old ?? alert).rawValue)),
        ]
        if let pair {
            members += [
                .init("was", .text(pair.old.id)), .init("was_opened", .text(pair.old.opened.iso8601)),
                .init("days", .number((pair.days * 100).rounded() / 100)),
            ]
        }
        return .object(members)
    }

    private func count(_ number: Int) -> JSONValue { .number(Double(number)) }
}
