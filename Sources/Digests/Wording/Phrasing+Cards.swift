import Alerts
import Reports

extension Phrasing {
    func quote(_ quote: AlertCard.SourcedQuote) -> String { "\u{201C}\(quote.quote.text.displayable)\u{201D}" }

    /// When and by whom; the report's id where the visit is unknown.
    func source(_ quote: AlertCard.SourcedQuote) -> String {
        guard let time = quote.time else {
            return words(.quoteSourceUnknown, ["report": quote.quote.report.displayable])
        }
        guard let carer = quote.carer?.displayable, !carer.isEmpty else { return moment(time) }
        return words(.quoteSource, ["moment": moment(time), "carer": carer])
    }

    func onset(_ card: AlertCard, in material: LocalTime) -> String? {
        card.alert.onset.map { onset in
            words(.onset, ["date": day(LocalTime(onset, offset: material.offset))])
        }
    }

    func proposal(_ change: AlertCard.ProposedChange) -> String {
        words(.proposal, ["title": change.proposal.title.displayable, "date": day(change.review)])
    }

    /// What success would look like; nil where the rulebook does not say.
    func success(_ change: AlertCard.ProposedChange) -> String? {
        change.success.map { words(.proposalSuccess, ["success": $0.displayable]) }
    }

    /// The proposal and its success as one run of text.
    func proposalWithSuccess(_ change: AlertCard.ProposedChange) -> String {
        [proposal(change), success(change)].compactMap { $0 }.joined(separator: ". ")
    }

    func event(_ event: AlertStory.Event) -> String {
        let values = [
            "moment": moment(event.time), "status": status(event.status), "severity": severity(event.severity),
        ]
        let who = event.by.map { words(.eventBy, ["who": $0.displayable]) }
        let reason = event.reason.map { words(.eventReason, ["reason": $0.displayable]) }
        return [words(.event, values), who, reason].compactMap { $0 }.joined(separator: " \u{B7} ")
    }

    func finding(_ finding: ClientStory.Finding) -> String {
        let key: WordKey =
            switch finding.assertion {
            case "possible": .findingPossible
            case "absent": .findingAbsent
            case "historical": .findingHistorical
            case "hypothetical": .findingHypothetical
            case "other": .findingOther
            default: .findingPresent
            }
        return words(key, ["concept": concept(finding.concept)])
    }

    /// `mobility.near-fall` as "mobility near fall"; a reading by its kind alone.
    func concept(_ id: String) -> String {
        let parts = id.displayable.split(separator: ".").filter { $0 != "reading" }
        return parts.joined(separator: " ").split(separator: "-").joined(separator: " ")
    }

    func closedLine(_ card: AlertCard) -> String {
        words(
            .storyClosedLine,
            [
                "status": status(card.alert.status), "from": day(card.opened),
                "to": day(card.closed ?? card.updated),
            ])
    }
}

extension Phrasing {
    func chartTitle(_ chart: Chart) -> String {
        words(.chartTitle, ["measure": measure(chart)])
    }

    func measure(_ chart: Chart) -> String {
        (chart.series.title ?? chart.series.measure).displayable.sentenceCased
    }

    /// The newest week against the client's usual level.
    func level(_ chart: Chart) -> String {
        let latest = chart.latest.map { words(.chartLatest, ["bad": String($0.bad), "count": String($0.opportunities)]) }
        return [latest, usual(chart.series.usualRate)].compactMap { $0 }.joined(separator: ", ")
    }

    /// "1 in 30" for the rare, "6 in 10" for the common.
    func usual(_ rate: Double?) -> String {
        guard let rate, rate.isFinite, rate >= 0 else { return words(.chartUsualUnknown) }
        guard rate >= 0.001 else { return words(.chartNever) }
        let (part, whole) = rate > 0.25 ? (Int((min(rate, 1) * 10).rounded()), 10) : (1, Int((1 / rate).rounded()))
        return words(.chartUsual, ["k": String(part), "n": String(whole)])
    }

    /// Every week in words, for those who cannot see the chart.
    func description(_ chart: Chart) -> String {
        let weeks = zip(chart.series.points, chart.weeks).map { point, start in
            let values = ["date": day(start), "bad": String(point.bad), "count": String(point.opportunities)]
            return point.opportunities > 0
                ? words(.chartWeek, values) : words(.chartWeekEmpty, ["date": day(start)])
        }
        let alarms = chart.alarms.map { words(.chartAlarm, ["date": day($0)]) }
        return ([usual(chart.series.usualRate)] + weeks + alarms).joined(separator: "; ")
    }
}

extension Phrasing {
    /// The rule that fired and the rulebook in force, for whoever tunes it.
    func rule(_ alert: Alert) -> String {
        words(.rule, ["rule": alert.rule.displayable, "rulebook": String(alert.rulebook.displayable.prefix(19))])
    }
}
