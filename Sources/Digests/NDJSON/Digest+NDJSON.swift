import Reports

extension Digest {
    /// For programs: one line an alert, client or put-aside record, each with its `section`; the first line is the digest itself.
    package func ndjson(_ words: Words) -> String {
        let lines = [head] + sections(words).flatMap(\.records) + tail
        return lines.map { $0.line + "\n" }.joined()
    }

    private var head: JSON {
        .record([
            "section": .text("digest"), "coordinator": .text(caseload.coordinator), "branch": .text(orNull: caseload.branch),
            "agency": .text(orNull: caseload.agency), "as_of": .text(asOf.instant.iso8601),
            "since": .text(orNull: since?.instant.iso8601), "budget": .int(budget), "clients": .int(caseload.clients.count),
            "today": .int(summary.today), "this_week": .int(summary.thisWeek), "next_review": .int(summary.nextReview),
            "improving": .int(summary.improving), "still_open": .int(summary.stillOpen),
            "in_brief": .int(summary.belowLine), "nothing_new": .int(summary.nothingNew),
            "no_reports": .int(summary.noReports), "put_aside": .int(summary.putAside),
        ])
    }

    private var tail: [JSON] {
        guard let counts else { return [] }
        return [
            .record([
                "section": .text("run"), "read": .int(counts.read), "accepted": .int(counts.accepted),
                "duplicate": .int(counts.duplicate), "corrected": .int(counts.corrected),
                "put_aside": .int(counts.putAside), "too_late": .int(counts.tooLate),
            ])
        ]
    }
}

extension DigestSection {
    fileprivate var records: [JSON] {
        switch content {
        case .blocks(let blocks):
            blocks.flatMap { block in
                block.cards.map { record($0, isBrief: false) } + block.brief.map { record($0, isBrief: true) }
            }
        case .lines(let lines): lines.map { record($0.card, isBrief: true) }
        case .clients(let clients): clients.map { start.joined(.record(["client": .text($0.id)])) }
        case .records(let records):
            records.map { line in
                start.joined(
                    .record(["place": .text(line.place), "reason": .text(line.reason), "count": .int(line.count)]))
            }
        }
    }

    private var start: JSON { .record(["section": .text(id)]) }

    private func record(_ card: AlertCard, isBrief: Bool) -> JSON {
        start.joined(.record(["brief": .bool(isBrief)])).joined(card.record)
    }
}
