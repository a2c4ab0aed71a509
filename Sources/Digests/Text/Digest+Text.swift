import Alerts

extension Digest {
    /// For a terminal of `width` columns; colour only when asked, for not every reader is a terminal.
    package func text(_ words: Words, width: Int = 96, inColour: Bool = false) -> String {
        let phrasing = Phrasing(words: words)
        var page = TextPage(width: width, isColoured: inColour)
        page.write(phrasing.title(self), style: .bold)
        page.write(phrasing.reader(caseload).joined(separator: " \u{B7} "))
        page.write(phrasing.period(self), style: .dim)
        page.blank()
        if let quiet = phrasing.allQuiet(self) {
            page.write(quiet, style: .better)
        } else {
            page.write(phrasing.summary(self).map(\.text).joined(separator: "\u{A0}\u{B7} "), style: .bold)
        }
        for section in sections(words) { page.write(section, phrasing) }
        page.blank()
        for line in (counts.map(phrasing.counts) ?? []) + [words(.footer)] { page.write(line, style: .dim) }
        return page.text
    }
}

extension TextPage {
    /// Names that a section lists before it only counts.
    static let mostNames = 200

    fileprivate mutating func write(_ section: DigestSection, _ phrasing: Phrasing) {
        heading("\(section.title) (\(section.count))")
        if let note = section.note { write(note, style: .dim) }
        switch section.content {
        case .blocks(let blocks): blocks.forEach { write($0, phrasing) }
        case .lines(let lines): lines.forEach { write($0, phrasing) }
        case .clients(let clients): write(names(of: clients, phrasing))
        case .records(let records): records.forEach { write(phrasing.record($0), lead: "- ") }
        }
    }

    private mutating func write(_ block: ClientBlock, _ phrasing: Phrasing) {
        blank()
        write(phrasing.client(block.client), style: .bold)
        for (index, card) in block.cards.enumerated() {
            if index > 0 { blank() }
            write(card, phrasing, indent: 2, quoteLimit: AlertCard.quotesInDigest)
        }
        for card in block.brief {
            let lead = "\(phrasing(.alsoOpen)): [\(phrasing.badge(card.alert))] "
            write(phrasing.brief(card), indent: 2, lead: lead, leadStyle: .dim)
        }
    }

    private mutating func write(_ line: ClientLine, _ phrasing: Phrasing) {
        let alert = line.card.alert
        write(
            "\(phrasing.client(line.client)): \(phrasing.brief(line.card)) \(alert.id.displayable)",
            lead: "[\(phrasing.badge(alert))] ", leadStyle: .badge(of: alert))
    }

    private func names(of clients: [Caseload.Client], _ phrasing: Phrasing) -> String {
        let shown = clients.prefix(Self.mostNames).map(phrasing.client).joined(separator: ", ")
        let more = clients.count - Self.mostNames
        return more > 0 ? "\(shown) \(phrasing(.andMore, ["count": String(more)]))" : shown
    }
}

extension AlertCard {
    /// Quotes of one alert in a digest; the alert's own page has them all.
    static let quotesInDigest = 4
}
