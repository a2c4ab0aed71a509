import Alerts
import Reports

extension LookBack {
    /// For programs: the stretch, then one line an alert, a measure or a visit.
    package func ndjson() -> String {
        let head = JSON.record([
            "section": .text("look-back"), "client": .text(client.id), "from": .text(from.instant.iso8601),
            "until": .text(until.instant.iso8601), "event": .text(orNull: event?.alert.id),
        ])
        let alerts = fired.map { JSON.section("fired", $0.record) }
        let nearly = near.map { line in
            JSON.section(
                "near",
                .record([
                    "measure": .text(line.title), "share": .number(line.share), "bad": .int(line.bad), "of": .int(line.of),
                    "since": .text(line.since.instant.iso8601), "usual": .number(line.usual),
                ]))
        }
        let changed = changes.map { change in
            JSON.section(
                "changes",
                .record([
                    "measure": .text(change.title), "bad": .int(change.bad), "of": .int(change.of),
                    "bad_before": .int(change.badBefore), "of_before": .int(change.ofBefore),
                ]))
        }
        let lines = [head] + alerts + nearly + changed + visits.map { JSON.section("visits", $0.record) }
        return lines.map { $0.line + "\n" }.joined()
    }
}
