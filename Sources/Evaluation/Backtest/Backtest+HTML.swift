import Alerts
import Reports

extension Backtest {
    /// One page that needs nothing else: sums, alerts a day before and after for each coordinator, rules, every change.
    package var html: String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Back-test</title><style>\(Self.style)</style></head><body><main>
        <h1>Back-test, \(begin.iso8601.prefix(10)) to \(end.iso8601.prefix(10))</h1>
        <p>\(oldAlerts.count) alerts before, \(newAlerts.count) after: \(appearing.count) appear, \(vanishing.count) vanish,
        \(earlier.count) come earlier, \(later.count) later.</p>
        \(verdicts)
        <h2>Alerts a day</h2>
        <p><span class="before">▮</span> before <span class="after">▮</span> after, week by week</p>
        \(loads.map(chart).joined(separator: "\n"))
        \(ruleTable)
        \(table("Appear", appearing.map { ($0, verdict(of: $0), "") }))
        \(table("Vanish", vanishing.map { ($0, verdict(of: $0), "") }))
        \(table("Earlier or later", (earlier + later).map { ($0.new, verdict(of: $0.old), moved($0)) }))
        </main></body></html>

        """
    }

    private static let style = """
        body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1b1f24;background:#fff}main{max-width:60rem;margin:auto;padding:1rem}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #d5dae0}
        figure{margin:1rem 0}figcaption{font-weight:600}.before{color:#8a94a0}.after{color:#0a5cad}svg{width:100%;height:auto}
        @media (prefers-color-scheme:dark){body{background:#14181d;color:#e6e9ec}.before{color:#7d8894}.after{color:#62aef7}}
        """

    private var verdicts: String {
        [Verdict.confirmed, .dismissed].map { verdict in
            let effect = effect(on: verdict)
            return "<p>\(effect.all) were \(verdict.rawValue): \(effect.kept) stay, \(effect.all - effect.kept) vanish.</p>"
        }.joined(separator: "\n")
    }

    private func moved(_ pair: Pair) -> String {
        "\(decimals(abs(pair.days))) days \(pair.days < 0 ? "earlier" : "later")"
    }

    private var ruleTable: String {
        guard !rules.isEmpty else { return "" }
        let rows = rules.map { "<tr><td>\(escaped($0.rule))</td><td>\($0.before)</td><td>\($0.after)</td></tr>" }.joined()
        return "<h2>Rules</h2><table><tr><th>Rule</th><th>Before</th><th>After</th></tr>\(rows)</table>"
    }

    private func table(_ title: String, _ rows: [(alert: Alert, verdict: Verdict, note: String)]) -> String {
        guard !rows.isEmpty else { return "" }
        let lines = rows.map { alert, verdict, note in
            "<tr><td>\(alert.opened.iso8601.prefix(10))</td><td>\(alert.severity.rawValue)</td><td>\(escaped(alert.client))</td>"
                + "<td>\(escaped(alert.title))</td><td>\(verdict == .unreviewed ? "" : verdict.rawValue)</td><td>\(note)</td></tr>"
        }
        return "<h2>\(title) (\(rows.count))</h2><table>\(lines.joined(separator: "\n"))</table>"
    }

    /// Two bars a week.
    private func chart(_ load: Load) -> String {
        let weeks = zip(weekly(load.before), weekly(load.after)).map { ($0, $1) }
        let most = max(1, weeks.map { max($0.0, $0.1) }.max() ?? 1)
        let width = max(24, 600 / max(1, weeks.count))
        let bars = weeks.enumerated().map { index, counts in
            bar(counts.0, of: most, x: index * width + 2, width: width / 2 - 3, "before")
                + bar(counts.1, of: most, x: index * width + width / 2, width: width / 2 - 3, "after")
        }
        let total = weeks.count * width
        return """
            <figure><figcaption>\(escaped(load.coordinator)): \(mean(load.before)) a day before, \(mean(load.after)) after;
            busiest day \(load.before.max() ?? 0) before, \(load.after.max() ?? 0) after</figcaption>
            <svg viewBox="0 0 \(total) 120" role="img" aria-label="Alerts a week before and after, at most \(most)">
            <line x1="0" y1="100" x2="\(total)" y2="100" stroke="currentColor" stroke-width="1"/>\(bars.joined())</svg></figure>
            """
    }

    private func bar(_ count: Int, of most: Int, x: Int, width: Int, _ kind: String) -> String {
        let height = 90 * count / most
        let number =
            count > 0
            ? "<text x=\"\(x + width / 2)\" y=\"\(98 - height)\" font-size=\"9\" text-anchor=\"middle\" fill=\"currentColor\">\(count)</text>"
            : ""
        return "<g class=\"\(kind)\"><rect x=\"\(x)\" y=\"\(100 - height)\" width=\"\(width)\" height=\"\(height)\" "
            + "fill=\"currentColor\"/>\(number)</g>"
    }

    private func weekly(_ counts: [Int]) -> [Int] {
        stride(from: 0, to: counts.count, by: 7).map { counts[$0..<min($0 + 7, counts.count)].reduce(0, +) }
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
