import Alerts

extension LookBack {
    /// For a terminal.
    package func text(_ words: Words, width: Int = 96, inColour: Bool = false) -> String {
        let phrasing = Phrasing(words: words)
        var page = TextPage(width: width, isColoured: inColour)
        let span = ["client": phrasing.client(client), "from": phrasing.day(from), "until": phrasing.moment(until)]
        page.write(words(.lookBackTitle, span), style: .bold)
        if let event { page.write(words(.lookBackEvent, ["event": event.alert.title.displayable]), style: .dim) }
        page.heading(words(.lookBackFired))
        if fired.isEmpty { page.write(words(.lookBackNothing)) }
        for card in fired {
            page.write("\(phrasing.day(card.opened)): \(phrasing.brief(card))", lead: "- ")
            page.write(card.alert.why.displayable, style: .dim, indent: 2)
        }
        page.heading(words(.lookBackNear))
        if near.isEmpty { page.write(words(.lookBackNothing)) }
        for line in near { page.write(phrasing.near(line), lead: "- ") }
        page.heading(words(.lookBackChanges))
        if changes.isEmpty { page.write(words(.lookBackNothing)) }
        for change in changes { page.write(phrasing.change(change), lead: "- ") }
        page.heading(words(.lookBackVisits))
        if visits.isEmpty { page.write(words(.lookBackNothing)) }
        for visit in visits {
            let carer = visit.carer.map { " \u{B7} \($0.displayable)" } ?? ""
            page.write(phrasing.moment(visit.time) + carer, style: .bold)
            for finding in visit.findings {
                page.write("\(phrasing.finding(finding)) \u{201C}\(finding.text.displayable)\u{201D}", indent: 2)
            }
        }
        return page.text
    }
}

extension Phrasing {
    fileprivate func near(_ line: LookBack.Near) -> String {
        words(
            .lookBackNearLine,
            [
                "measure": line.title.displayable, "bad": String(line.bad), "of": String(line.of), "since": day(line.since),
                "usual": usual(line.usual), "share": String(max(1, Int((line.share * 100).rounded()))),
            ])
    }

    fileprivate func change(_ change: LookBack.Change) -> String {
        words(
            .lookBackChangeLine,
            [
                "measure": change.title.displayable, "bad": String(change.bad), "of": String(change.of),
                "before": String(change.badBefore), "ofBefore": String(change.ofBefore),
            ])
    }
}
