import Alerts

/// Alerts as HTML, numbered so that the charts of a page have ids of their own.
struct CardMarkup {
    let phrasing: Phrasing
    /// The level of an alert's heading: one below the client's or the section's.
    let headingLevel: Int
    private var charts = 0

    init(phrasing: Phrasing, headingLevel: Int) {
        self.phrasing = phrasing
        self.headingLevel = headingLevel
    }

    /// One alert in full.
    mutating func full(_ card: AlertCard, quoteLimit: Int?) -> HTML {
        let alert = card.alert
        let figure = card.chart.map { drawing(of: $0) }
        let why: HTML = alert.why.displayable.isEmpty ? "" : "<p>\(alert.why)</p>\n"
        return """
            <section class="alert \(tone(alert))">
            <h\(headingLevel)>\(badge(alert))\(alert.title)</h\(headingLevel)>
            <p class="soft">\(phrasing.meta(card))</p>
            <div class="\(figure == nil ? "body" : "body charted")">
            <div>
            \(why)\(quotes(card, limit: quoteLimit))</div>
            \(figure)</div>
            \(proposals(card))<p class="soft">\(phrasing(.reference, ["id": alert.id]))</p>
            </section>

            """
    }

    /// One alert in a line.
    func brief(_ card: AlertCard) -> HTML { "\(badge(card.alert))\(phrasing.brief(card))" }

    mutating func drawing(of chart: Chart) -> HTML {
        charts += 1
        return ChartDrawing(chart: chart, phrasing: phrasing, id: "chart-\(charts)").figure
    }

    /// How to read the charts; nothing on a page without any.
    var legend: HTML { charts > 0 ? "<p>\(phrasing(.chartLegend))</p>\n" : "" }

    func badge(_ alert: Alert) -> HTML { "<span class=\"badge \(tone(alert))\">\(phrasing.badge(alert))</span> " }

    private func tone(_ alert: Alert) -> String { alert.kind == .recovery ? "better" : alert.severity.rawValue }

    private func quotes(_ card: AlertCard, limit: Int?) -> HTML {
        let shown = card.quotes.prefix(limit ?? card.quotes.count)
        let quotes = shown.map { quote -> HTML in
            "<blockquote>\(phrasing.quote(quote)) <cite>\(phrasing.source(quote))</cite></blockquote>\n"
        }
        let more = card.quotes.count - shown.count
        let rest: HTML = more > 0 ? "<p class=\"soft\">\(phrasing(.moreQuotes, ["count": String(more)]))</p>\n" : ""
        return "\(quotes)\(rest)"
    }

    private func proposals(_ card: AlertCard) -> HTML {
        guard !card.proposals.isEmpty else { return "" }
        let items = card.proposals.map { change -> HTML in
            let note: HTML = phrasing.success(change).map { " <span class=\"soft\">\($0)</span>" } ?? ""
            return "<li><strong>\(phrasing(.proposed)):</strong> \(phrasing.proposal(change))\(note)</li>\n"
        }
        return "<ul class=\"proposals\">\n\(items)</ul>\n"
    }
}
