package import Alerts
import Reports

extension Alert {
    /// The record of `alerts list --format ndjson`: one line, members in the contract's order.
    package var ndjson: String { record(evidence: evidence.map(\.record), proposals: proposals.map(\.record)).line }

    func record(evidence: [JSON], proposals: [JSON]) -> JSON {
        .record([
            "alert": .text(id), "client": .text(client), "rule": .text(rule), "kind": .text(kind.rawValue),
            "domain": .text(domain), "severity": .text(severity.rawValue), "status": .text(status.rawValue),
            "opened": .text(opened.iso8601), "updated": .text(updated.iso8601),
            "closed": .text(orNull: closed?.iso8601), "title": .text(title), "why": .text(why),
            "evidence": .list(evidence), "proposals": .list(proposals), "rulebook": .text(rulebook),
        ])
    }
}

extension Quote {
    var record: JSON {
        .record([
            "report": .text(report), "start": .int(start), "end": .int(end), "text": .text(text),
            "concept": .text(concept),
        ])
    }
}

extension Proposal {
    var record: JSON { .record(["change": .text(change), "title": .text(title)]) }
}

extension AlertCard {
    /// The alert's record with what a digest adds: dates, carers, review days and the chart's figures.
    var record: JSON {
        let evidence = quotes.map { sourced in
            sourced.quote.record.joined(
                .record(["time": .text(orNull: sourced.time?.instant.iso8601), "carer": .text(orNull: sourced.carer)]))
        }
        let proposals = proposals.map { change in
            change.proposal.record.joined(
                .record([
                    "review": .text(change.review.isoDate), "success": .text(orNull: change.success),
                ]))
        }
        return alert.record(evidence: evidence, proposals: proposals)
            .joined(.record(["news": .text(news.name), "days_open": .int(daysOpen), "chart": chart?.record ?? .null]))
    }
}

extension AlertNews {
    /// For programs.
    var name: String {
        switch self {
        case .new: "new"
        case .worse: "worse"
        case .easier: "easier"
        case .moreEvidence: "more-evidence"
        case .unchanged: "unchanged"
        case .ended: "ended"
        case .withdrawn: "withdrawn"
        }
    }
}

extension Chart {
    var record: JSON {
        .record([
            "measure": .text(series.measure), "usual_rate": series.usualRate.map { .number($0) } ?? .null,
            "weeks": .list(
                zip(series.points, weeks).map { point, start in
                    .record([
                        "start": .text(start.isoDate), "bad": .int(point.bad), "opportunities": .int(point.opportunities),
                    ])
                }),
            "alarms": .list(series.alarms.map { .text($0.iso8601) }),
        ])
    }
}
