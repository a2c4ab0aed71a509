extension ClientScore {
    /// For people; fits 100 columns.
    package var text: String {
        var lines = [
            "\(clients) clients, \(visits) visits",
            row("changes found", "\(changesFound) of \(changesInjected)", .share(changesFound, of: changesInjected)),
            "delay".padded(28) + "median \(days(0.5, of: delays)), 90 % within \(days(0.9, of: delays)) days",
            "false alerts".padded(28) + "\(hundredths(falsePerYear)) a client-year (95 %: \(hundredths(falseInterval.lower))–"
                + "\(hundredths(falseInterval.upper))): \(falseAlerts) in \(tenths(quietYears)) quiet client-years",
            "alerts of all kinds".padded(28) + "\(hundredths(alertsPer100Visits)) per 100 visits: \(alerts)",
            row("red flags found", "\(redFlagsFound) of \(redFlags)", .share(redFlagsFound, of: redFlags)),
            "other red flags".padded(28) + "\(unplannedRedFlags)",
            "wrong domain".padded(28) + "\(percent(wrongDomainShare)): \(wrongDomain) of \(wrongDomain + rightDomain)",
            "duplicates".padded(28) + "\(duplicates)",
            "",
        ]
        lines += [header] + scenarios.filter { $0.kind != "none" }.map(line)
        lines += ["", "control".padded(20) + "clients  quiet years  false alerts  a year"]
        lines += scenarios.filter { $0.kind == "none" }.map(controlLine)
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ name: String, _ count: String, _ interval: Interval) -> String {
        name.padded(28) + count + " (95 %: \(percent(interval)))"
    }

    private func days(_ share: Double, of delays: [Double]) -> String {
        ClientScore.quantile(share, of: delays).map(tenths) ?? "–"
    }

    private var header: String {
        "scenario".padded(20) + "meant".padded(10) + "clients  found   share     median     90 %  wrong domain"
    }

    private func line(_ score: ScenarioScore) -> String {
        score.scenario.padded(20) + score.kind.padded(10) + String(score.clients).leading(7)
            + String(score.found).leading(7) + percent(score.share).leading(9)
            + (days(0.5, of: score.delays) + " d").leading(9) + (days(0.9, of: score.delays) + " d").leading(9)
            + String(score.wrongDomain).leading(14)
    }

    private func controlLine(_ score: ScenarioScore) -> String {
        let rate = score.quietYears > 0 ? Double(score.falseAlerts) / score.quietYears : 0
        return score.scenario.padded(20) + String(score.clients).leading(7) + tenths(score.quietYears).leading(13)
            + String(score.falseAlerts).leading(14) + hundredths(rate).leading(8)
    }
}
