import Alerts

extension ClientStory {
    /// One self-contained page with every visit.
    package func html(_ words: Words) -> String {
        let phrasing = Phrasing(words: words)
        var cards = CardMarkup(phrasing: phrasing, headingLevel: 3)
        let openCards = open.map { cards.full($0, quoteLimit: AlertCard.quotesInDigest) }
        let openPart: HTML = open.isEmpty ? "<p>\(words(.storyNoOpen))</p>\n" : "<article>\n\(openCards)</article>\n"
        let drawings = charts.map { cards.drawing(of: $0) }
        let trends: HTML = "<article class=\"trends\">\n\(drawings)</article>\n"
        let parts = [
            part("open", words(.storyOpen), openPart),
            charts.isEmpty ? "" : part("trends", words(.storyTrends), trends),
            closed.isEmpty ? "" : part("closed", words(.storyClosed), earlier(cards, phrasing)),
            part("visits", words(.storyVisits), timeline(phrasing)),
        ]
        let header: HTML = """
            <h1>\(words(.storyTitle, ["client": phrasing.client(client)]))</h1>
            <p class="soft">\(words(.storyAsOf, ["moment": phrasing.moment(asOf)]))</p>

            """
        return Page(
            words: words, title: words(.storyPage), header: header, main: "\(parts)",
            footer: "\(cards.legend)<p>\(words(.footer))</p>\n"
        ).source
    }

    private func part(_ id: String, _ title: String, _ content: HTML) -> HTML {
        "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(title)</h2>\n\(content)</section>\n"
    }

    private func earlier(_ cards: CardMarkup, _ phrasing: Phrasing) -> HTML {
        let items = closed.map { card -> HTML in
            "<li>\(cards.badge(card.alert))\(card.alert.title) <span class=\"soft\">\(phrasing.closedLine(card))</span></li>\n"
        }
        return "<ul class=\"lines\">\n\(items)</ul>\n"
    }

    private func timeline(_ phrasing: Phrasing) -> HTML {
        guard !visits.isEmpty else { return "<p>\(phrasing(.storyNoVisits))</p>\n" }
        let rows = visits.map { row($0, phrasing) }
        return "<table>\n<tbody>\n\(rows)</tbody>\n</table>\n"
    }

    private func row(_ visit: Visit, _ phrasing: Phrasing) -> HTML {
        let findings = visit.findings.map { finding -> HTML in
            "<li>\(phrasing.finding(finding)) <span class=\"soft\">\u{201C}\(finding.text)\u{201D}</span></li>"
        }
        let content: HTML =
            findings.isEmpty ? "<span class=\"soft\">\(phrasing(.storyNoFindings))</span>" : "<ul>\(findings)</ul>"
        let late: HTML = visit.isTooLate ? "<p class=\"soft\">\(phrasing(.storyTooLate))</p>" : ""
        let carer: HTML = visit.carer.map { "<br><span class=\"soft\">\($0)</span>" } ?? ""
        return "<tr><th scope=\"row\">\(phrasing.moment(visit.time))\(carer)</th><td>\(content)\(late)</td></tr>\n"
    }
}

extension AlertStory {
    /// One self-contained page with every quote and the history.
    package func html(_ words: Words) -> String {
        let phrasing = Phrasing(words: words)
        var cards = CardMarkup(phrasing: phrasing, headingLevel: 2)
        let card = cards.full(self.card, quoteLimit: nil)
        let onset: HTML = phrasing.onset(self.card, in: asOf).map { "<p>\($0)</p>\n" } ?? ""
        let events = history.map { event -> HTML in "<li>\(phrasing.event(event))</li>\n" }
        let main: HTML = """
            <article>
            \(card)\(onset)<p class="soft">\(phrasing.rule(self.card.alert))</p>
            </article>
            <h2>\(words(.history))</h2>
            <ul class="lines">
            \(events)</ul>

            """
        return Page(
            words: words, title: words(.reference, ["id": self.card.alert.id]),
            header: "<h1>\(words(.storyTitle, ["client": phrasing.client(client)]))</h1>\n", main: main,
            footer: "\(cards.legend)<p>\(words(.youDecide))</p>\n<p>\(words(.footer))</p>\n"
        ).source
    }
}
