import Alerts

extension ClientStory {
    /// For a terminal; the newest `visitLimit` visits, or all when nil.
    package func text(_ words: Words, width: Int = 96, inColour: Bool = false, visitLimit: Int? = 60) -> String {
        let phrasing = Phrasing(words: words)
        var page = TextPage(width: width, isColoured: inColour)
        page.write(words(.storyTitle, ["client": phrasing.client(client)]), style: .bold)
        page.write(words(.storyAsOf, ["moment": phrasing.moment(asOf)]), style: .dim)
        page.heading(words(.storyOpen))
        if open.isEmpty { page.write(words(.storyNoOpen)) }
        for card in open {
            page.write(card, phrasing, indent: 0, quoteLimit: AlertCard.quotesInDigest)
            page.blank()
        }
        if !charts.isEmpty {
            page.heading(words(.storyTrends))
            for chart in charts { page.write(chart, phrasing, indent: 0) }
        }
        if !closed.isEmpty {
            page.heading(words(.storyClosed))
            for card in closed {
                page.write("\(card.alert.title.displayable) (\(phrasing.closedLine(card)))", lead: "- ")
            }
        }
        page.heading(words(.storyVisits))
        page.write(visits, phrasing, limit: visitLimit)
        return page.text
    }
}

extension TextPage {
    fileprivate mutating func write(_ visits: [ClientStory.Visit], _ phrasing: Phrasing, limit: Int?) {
        if visits.isEmpty { write(phrasing(.storyNoVisits)) }
        let shown = visits.prefix(limit ?? visits.count)
        for visit in shown {
            let carer = visit.carer.map { " \u{B7} \($0.displayable)" } ?? ""
            let late = visit.isTooLate ? " \u{B7} \(phrasing(.storyTooLate))" : ""
            write(phrasing.moment(visit.time) + carer + late, style: .bold)
            for finding in visit.findings {
                write("\(phrasing.finding(finding)) \u{201C}\(finding.text.displayable)\u{201D}", indent: 2)
            }
            if visit.findings.isEmpty { write(phrasing(.storyNoFindings), style: .dim, indent: 2) }
        }
        let more = visits.count - shown.count
        if more > 0 { write(phrasing(.storyMoreVisits, ["count": String(more)]), style: .dim) }
    }
}

extension AlertStory {
    package func text(_ words: Words, width: Int = 96, inColour: Bool = false) -> String {
        let phrasing = Phrasing(words: words)
        var page = TextPage(width: width, isColoured: inColour)
        page.write(phrasing.client(client), style: .bold)
        page.write(card, phrasing, indent: 0, quoteLimit: nil)
        if let onset = phrasing.onset(card, in: asOf) { page.write(onset, indent: 2) }
        page.write(phrasing.rule(card.alert), style: .dim, indent: 2)
        page.heading(words(.history))
        for event in history { page.write(phrasing.event(event), lead: "- ") }
        page.blank()
        page.write(words(.youDecide), style: .dim)
        return page.text
    }
}
