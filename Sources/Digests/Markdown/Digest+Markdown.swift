import Alerts

extension Digest {
    /// CommonMark, for mail, tickets and notes.
    package func markdown(_ words: Words) -> String {
        let phrasing = Phrasing(words: words)
        var page = MarkdownPage(phrasing: phrasing)
        page.write("# \(phrasing.title(self))")
        page.write("\(phrasing.reader(caseload).joined(separator: " \u{B7} "))  \n\(phrasing.period(self))")
        if let quiet = phrasing.allQuiet(self) {
            page.write("**\(quiet)**")
        } else {
            page.write("**\(phrasing.summary(self).map(\.text).joined(separator: " \u{B7} "))**")
        }
        for section in sections(words) { page.write(section) }
        page.write("---")
        for line in (counts.map(phrasing.counts) ?? []) + [words(.footer)] { page.write("\(line)") }
        return page.text
    }
}

/// Paragraphs of Markdown with an empty line between.
struct MarkdownPage {
    let phrasing: Phrasing
    private(set) var paragraphs: [String] = []

    init(phrasing: Phrasing) { self.phrasing = phrasing }

    var text: String { paragraphs.joined(separator: "\n\n") + "\n" }

    mutating func write(_ paragraph: Markdown) { paragraphs.append(paragraph.source) }

    mutating func write(items: [Markdown]) {
        guard !items.isEmpty else { return }
        paragraphs.append(items.map { "- " + $0.source }.joined(separator: "\n"))
    }
}

extension MarkdownPage {
    fileprivate mutating func write(_ section: DigestSection) {
        write("## \(section.title) (\(section.count))")
        if let note = section.note { write("*\(note)*") }
        switch section.content {
        case .blocks(let blocks):
            blocks.forEach { write($0) }
        case .lines(let lines):
            write(
                items: lines.map { line in
                    let alert = line.card.alert
                    return
                        "**\(phrasing.badge(alert))** \(phrasing.client(line.client)): \(phrasing.brief(line.card)) \(alert.id)"
                })
        case .clients(let clients):
            write("\(clients.map(phrasing.client).joined(separator: ", "))")
        case .records(let records):
            write(items: records.map { "\(phrasing.record($0))" })
        }
    }

    private mutating func write(_ block: ClientBlock) {
        write("### \(phrasing.client(block.client))")
        for card in block.cards { write(card) }
        write(
            items: block.brief.map { card in
                "\(phrasing(.alsoOpen)): **\(phrasing.badge(card.alert))** \(phrasing.brief(card))"
            })
    }

    private mutating func write(_ card: AlertCard) {
        write("#### \(phrasing.badge(card.alert)): \(card.alert.title)")
        write("*\(phrasing.meta(card))*")
        if !card.alert.why.displayable.isEmpty { write("\(card.alert.why)") }
        writeQuotes(card)
        if let chart = card.chart {
            write("\(phrasing.chartTitle(chart)): \(chart.sparkline) \(phrasing.level(chart))")
        }
        write(
            items: card.proposals.map { change in
                "**\(phrasing(.proposed)):** \(phrasing.proposalWithSuccess(change))"
            })
        write("\(phrasing(.reference, ["id": card.alert.id]))")
    }

    private mutating func writeQuotes(_ card: AlertCard) {
        let shown = card.quotes.prefix(AlertCard.quotesInDigest)
        guard !shown.isEmpty else { return }
        let lines = shown.map { quote -> Markdown in "> \(phrasing.quote(quote)) \(phrasing.source(quote))" }
        let more = card.quotes.count - shown.count
        let last: [Markdown] = more > 0 ? ["> \(phrasing(.moreQuotes, ["count": String(more)]))"] : []
        paragraphs.append((lines + last).map(\.source).joined(separator: "  \n"))
    }
}
