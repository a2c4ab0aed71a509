import Alerts

extension Digest {
    /// One self-contained page.
    package func html(_ words: Words) -> String {
        let phrasing = Phrasing(words: words)
        var cards = CardMarkup(phrasing: phrasing, headingLevel: 4)
        let parts = sections(words).map { cards.section($0) }
        let notes = ((counts.map(phrasing.counts) ?? []) + [words(.footer)]).map { note -> HTML in "<p>\(note)</p>\n" }
        return Page(
            words: words, title: subject(words), header: header(phrasing), main: "\(parts)", footer: "\(cards.legend)\(notes)"
        ).source
    }

    private func header(_ phrasing: Phrasing) -> HTML {
        let top: HTML
        if let quiet = phrasing.allQuiet(self) {
            top = "<p class=\"quiet\">\(quiet)</p>\n"
        } else {
            let shown = Set(sections(phrasing.words).map(\.id))
            let counts = phrasing.summary(self).map { count -> HTML in
                // What is only told inside clients' blocks has no section of its own.
                let target = shown.contains(count.section) ? count.section : "main"
                return "<li><a class=\"\(count.section)\" href=\"#\(target)\">\(count.text)</a></li>\n"
            }
            top = "<ul class=\"summary\">\n\(counts)</ul>\n"
        }
        return """
            <h1>\(phrasing.title(self))</h1>
            <p>\(phrasing.reader(caseload).joined(separator: " \u{B7} "))</p>
            <p class="soft">\(phrasing.period(self))</p>
            \(top)
            """
    }
}

extension CardMarkup {
    fileprivate mutating func section(_ section: DigestSection) -> HTML {
        let note: HTML = section.note.map { "<p class=\"soft\">\($0)</p>\n" } ?? ""
        return """
            <section aria-labelledby="\(section.id)">
            <h2 id="\(section.id)">\(section.title) <span class="n">(\(section.count))</span></h2>
            \(note)\(content(of: section))</section>

            """
    }

    private mutating func content(of section: DigestSection) -> HTML {
        switch section.content {
        case .blocks(let blocks):
            let blocks = blocks.map { block($0) }
            return "\(blocks)"
        case .lines(let lines):
            let items = lines.map { line -> HTML in
                """
                <li>\(badge(line.card.alert))<strong>\(phrasing.client(line.client))</strong>: \(phrasing.brief(line.card)) \
                <span class="soft">\(line.card.alert.id)</span></li>

                """
            }
            return "<ul class=\"lines\">\n\(items)</ul>\n"
        case .clients(let clients):
            let items = clients.map { client -> HTML in "<li>\(phrasing.client(client))</li>\n" }
            return "<ul class=\"names\">\n\(items)</ul>\n"
        case .records(let records):
            let items = records.map { record -> HTML in "<li>\(phrasing.record(record))</li>\n" }
            return "<ul class=\"lines\">\n\(items)</ul>\n"
        }
    }

    private mutating func block(_ block: ClientBlock) -> HTML {
        let inFull = block.cards.map { full($0, quoteLimit: AlertCard.quotesInDigest) }
        let items = block.brief.map { card -> HTML in "<li>\(phrasing(.alsoOpen)): \(brief(card))</li>\n" }
        let also: HTML = items.isEmpty ? "" : "<ul class=\"brief\">\n\(items)</ul>\n"
        return """
            <article>
            <h3>\(phrasing.client(block.client))</h3>
            \(inFull)\(also)</article>

            """
    }
}
