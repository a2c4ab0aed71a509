import Alerts
import Reports

extension ClientStory {
    /// For programs: the client, then one line an alert, a chart or a visit.
    package func ndjson() -> String {
        let head = JSON.record([
            "section": .text("client"), "client": .text(client.id), "as_of": .text(asOf.instant.iso8601),
            "open_alerts": .int(open.count), "visits": .int(visits.count),
        ])
        let lines =
            [head] + open.map { JSON.section("open", $0.record) } + closed.map { JSON.section("closed", $0.record) }
            + charts.map { JSON.section("trends", $0.record) } + visits.map { JSON.section("visits", $0.record) }
        return lines.map { $0.line + "\n" }.joined()
    }
}

extension ClientStory.Visit {
    var record: JSON {
        .record([
            "report": .text(report), "time": .text(time.instant.iso8601), "carer": .text(orNull: carer),
            "too_late": .bool(isTooLate),
            "findings": .list(
                findings.map { finding in
                    .record([
                        "concept": .text(finding.concept), "assertion": .text(finding.assertion),
                        "text": .text(finding.text),
                    ])
                }),
        ])
    }
}

extension AlertStory {
    /// For programs: the alert with its evidence, and its history.
    package func ndjson() -> String {
        let events = history.map { event in
            JSON.record([
                "time": .text(event.time.instant.iso8601), "status": .text(event.status.rawValue),
                "severity": .text(event.severity.rawValue), "by": .text(orNull: event.by),
                "reason": .text(orNull: event.reason),
            ])
        }
        return card.record.joined(.record(["history": .list(events)])).line + "\n"
    }
}

extension JSON {
    static func section(_ name: String, _ record: JSON) -> JSON {
        JSON.record(["section": .text(name)]).joined(record)
    }
}
