extension PlanReview {
    /// For a terminal.
    package func text(_ words: Words, width: Int = 96, inColour: Bool = false) -> String {
        let phrasing = Phrasing(words: words)
        var page = TextPage(width: width, isColoured: inColour)
        page.write(words(.reviewTitle, ["moment": phrasing.moment(asOf)]), style: .bold)
        page.heading(words(.reviewOutbreaks))
        if outbreaks.isEmpty { page.write(words(.lookBackNothing)) }
        for outbreak in outbreaks {
            page.write(phrasing.outbreak(outbreak), lead: "- ")
            page.write(outbreak.clients.map(phrasing.client).joined(separator: ", "), style: .dim, indent: 2)
        }
        page.heading(words(.reviewLevels))
        if levels.isEmpty { page.write(words(.lookBackNothing)) }
        for level in levels { page.write(phrasing.level(level), lead: "- ") }
        return page.text
    }
}

extension Phrasing {
    fileprivate func outbreak(_ outbreak: PlanReview.Outbreak) -> String {
        words(
            .reviewOutbreakLine,
            [
                "measure": outbreak.title.displayable, "count": String(outbreak.clients.count), "of": String(outbreak.of),
                "date": day(outbreak.week), "usual": rounded(outbreak.usual),
            ])
    }

    fileprivate func level(_ level: PlanReview.Level) -> String {
        words(
            .reviewLevelLine,
            [
                "client": client(level.client), "measure": level.title.displayable, "bad": String(level.bad),
                "of": String(level.of),
            ])
    }

    /// With one decimal.
    private func rounded(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
