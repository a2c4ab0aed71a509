import Alerts
import Casebook
import Reports
import Rulebook
import Signals
import Trends
import VisitPipeline

/// Why an alert was raised, in five lines: what it is, its rule, what the rule looks at, who told it, the numbers.
struct AlertExplanation {
    private let alert: Alert
    private let rulebook: Rulebook
    /// When and by whom each quote was written.
    private let visits: [String: VisitReport]

    /// The rulebook is the one that raised the alert, as the store has kept it.
    init?(_ id: String, in book: Casebook, config: ConfigOption) throws {
        let policy = try config.rulebook().policy
        let alerts = try AlertList(in: book, policy: policy, withWithdrawn: true).alerts.filter { $0.id.hasPrefix(id) }
        guard let alert = alerts.first(where: { $0.id == id }) ?? (alerts.count == 1 ? alerts.first : nil) else { return nil }
        self.alert = alert
        let digits = String(alert.rulebook.dropFirst(7).prefix(12))
        guard let stored = try book.rulebook(alert.rulebook) else {
            throw Failure.refused("The store does not have the rulebook \(digits) that raised \(alert.id).")
        }
        rulebook = try Rulebook(ConfigFiles(stored: stored, named: digits))
        var visits: [String: VisitReport] = [:]
        for quote in alert.evidence { visits[quote.report] = try book.report(quote.report)?.report }
        self.visits = visits
    }

    var text: String {
        let end = alert.closed.map { ", closed \($0.iso8601.prefix(10))" } ?? ""
        let head = "\(alert.id)  \(alert.title): client \(alert.client), \(alert.severity.rawValue), \(alert.status.rawValue)"
        let lines = [
            "\(head), opened \(alert.opened.iso8601.prefix(16))Z\(end)", "rule     \(rule)", "looks at \(measure)",
            "told     \(told)", "numbers  \(alert.why)",
        ]
        return lines.map { printable($0) + "\n" }.joined()
    }

    /// For programs.
    var ndjson: String {
        JSONValue.object([
            "alert": .text(alert.id), "client": .text(alert.client), "rule": .text(alert.rule), "rule_written_at": .text(place),
            "why_the_rule": .text(rulebook.policy.rule(alert.rule)?.why ?? ""), "looks_at": .text(measure),
            "told": .list(
                alert.evidence.map { quote in
                    .object([
                        "report": .text(quote.report), "time": .text(visits[quote.report]?.time.iso8601 ?? ""),
                        "concept": .text(quote.concept), "text": .text(quote.text),
                    ])
                }), "numbers": .text(alert.why), "rulebook": .text(alert.rulebook),
        ]).written() + "\n"
    }

    private var place: String {
        let place = rulebook.places.rules[alert.rule]
        return place.map { "\($0.file):\($0.line)" } ?? "?"
    }

    private var rule: String { "\(alert.rule) (\(place)): \(rulebook.policy.rule(alert.rule)?.why ?? "")" }

    private var measure: String {
        guard let rule = rulebook.policy.rule(alert.rule) else { return "?" }
        switch rule.condition {
        case .redFlag(let flag):
            return (flag.any.map(\.rawValue) + flag.readings.map(limit)).joined(separator: ", ") + ": one report suffices"
        case .pattern(let pattern):
            let signs = pattern.signs.map { "\($0.name) at \(counted($0.atLeast, "visit"))" }
            return signs.joined(separator: " + ") + " within \(decimal(pattern.within)) days"
        case .silence(let silence):
            return "gaps between visits: \(decimal(silence.factor)) times the usual one, \(decimal(silence.floor)) days at least"
        case .trend(let trend): return followed(trend.measure)
        case .recovery(let recovery): return followed(recovery.measure)
        }
    }

    private func followed(_ id: String) -> String {
        guard let measure = rulebook.policy.catalogue.measures.first(where: { $0.id == id }) else { return "measure \(id)" }
        let levels = measure.levels.map { level in
            level.concepts.map(\.rawValue).joined(separator: ", ") + " (over all clients 1 in \(decimal(level.oneIn)))"
        }
        let place = rulebook.places.measures[id].map { " (\($0.file):\($0.line))" } ?? ""
        return "measure \(id)\(place): " + levels.joined(separator: "; ")
    }

    private func limit(_ limit: ReadingLimit) -> String {
        let parts = [limit.low.map { "≤ \(decimal($0))" }, limit.high.map { "≥ \(decimal($0))" }].compactMap(\.self)
        return "\(limit.reading) \(parts.joined(separator: " or "))"
    }

    private func decimal(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String((number * 10).rounded() / 10)
    }

    private var told: String {
        let most = 4
        let quotes = alert.evidence.prefix(most).map { quote in
            let visit = visits[quote.report]
            let day = visit.map { String($0.time.iso8601.prefix(10)) } ?? quote.report
            return "“\(quote.text)” \(day)" + (visit?.carer.map { " (\($0))" } ?? "")
        }
        let more = alert.evidence.count > most ? ", and \(alert.evidence.count - most) more" : ""
        return quotes.isEmpty ? "no report" : quotes.joined(separator: ", ") + more
    }
}
