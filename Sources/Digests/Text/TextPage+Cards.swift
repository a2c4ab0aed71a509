import Alerts

extension TextPage {
    /// One alert in full; `quoteLimit` nil shows every quote.
    mutating func write(_ card: AlertCard, _ phrasing: Phrasing, indent: Int, quoteLimit: Int?) {
        let inner = indent + 2
        let badge = "[\(phrasing.badge(card.alert))] "
        write(card.alert.title.displayable, style: .bold, indent: indent, lead: badge, leadStyle: .badge(of: card.alert))
        write(phrasing.meta(card), style: .dim, indent: inner)
        write(card.alert.why.displayable, indent: inner)
        writeQuotes(card, phrasing, indent: inner, limit: quoteLimit)
        if let chart = card.chart { write(chart, phrasing, indent: inner) }
        for change in card.proposals {
            write(phrasing.proposalWithSuccess(change), indent: inner, lead: phrasing(.proposed) + ": ", leadStyle: .better)
        }
        write(phrasing(.reference, ["id": card.alert.id.displayable]), style: .dim, indent: inner)
    }

    private mutating func writeQuotes(_ card: AlertCard, _ phrasing: Phrasing, indent: Int, limit: Int?) {
        let shown = card.quotes.prefix(limit ?? card.quotes.count)
        for quote in shown {
            write("\(phrasing.quote(quote)) \(phrasing.source(quote))", indent: indent, lead: "\u{2502} ", leadStyle: .dim)
        }
        let more = card.quotes.count - shown.count
        if more > 0 {
            write(phrasing(.moreQuotes, ["count": String(more)]), style: .dim, indent: indent, lead: "\u{2502} ", leadStyle: .dim)
        }
    }

    mutating func write(_ chart: Chart, _ phrasing: Phrasing, indent: Int) {
        write("\(phrasing.chartTitle(chart)): \(chart.sparkline) \(phrasing.level(chart))", indent: indent)
    }
}

extension TextPage.Style {
    static func badge(of alert: Alert) -> TextPage.Style {
        guard alert.kind != .recovery else { return .better }
        return switch alert.severity {
        case .urgent: .urgent
        case .high: .high
        case .medium: .medium
        case .low: .low
        }
    }
}
