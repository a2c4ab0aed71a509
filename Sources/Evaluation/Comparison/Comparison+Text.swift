extension Comparison {
    /// Rates of false alerts a client-year at which contestants are held against each other.
    package static let rates = [0.5, 1.0]

    /// For people; fits 100 columns.
    package var text: String {
        guard let any = runs.first?.score else { return "" }
        var lines = ["\(any.clients) clients, \(any.visits) visits, seed \(settings.seed), \(any.changesInjected) changes", ""]
        lines.append("contestant".padded(16) + "   knob  false/yr     95 %        found  median    90 %  per 100  wrong domain")
        for run in runs { lines.append(line(run)) }
        for rate in Comparison.rates { lines += ["", heading(rate)] + Contestant.allCases.compactMap { standing($0, rate) } }
        for rate in Comparison.rates { lines += [""] + scenarios(at: rate) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ run: Run) -> String {
        let score = run.score
        return run.contestant.rawValue.padded(16) + hundredths(run.setting).leading(7)
            + hundredths(score.falsePerYear).leading(10)
            + "\(hundredths(score.falseInterval.lower))–\(hundredths(score.falseInterval.upper))".leading(13)
            + String(score.changesFound).leading(9) + (tenths(score.medianDelay) + " d").leading(8)
            + (tenths(ClientScore.quantile(0.9, of: score.delays) ?? .infinity) + " d").leading(8)
            + hundredths(score.alertsPer100Visits).leading(9) + percent(score.wrongDomainShare).leading(14)
    }

    private func heading(_ rate: Double) -> String {
        "at \(hundredths(rate)) false alerts a client-year".padded(42) + "found  of the oracle's  median  of the oracle's"
    }

    private func standing(_ contestant: Contestant, _ rate: Double) -> String? {
        guard let own = standing(of: contestant, at: rate) else { return nil }
        let oracle = standing(of: .oracle, at: rate)
        let share = oracle.map { hundredths(own.found / $0.found) } ?? "–"
        let delay = oracle.map { hundredths(own.delay / $0.delay) } ?? "–"
        return contestant.rawValue.padded(38) + tenths(own.found).leading(9) + share.leading(17)
            + (tenths(own.delay) + " d").leading(8) + delay.leading(17)
    }

    /// Detector and oracle, scenario by scenario, at the settings nearest to the rate.
    private func scenarios(at rate: Double) -> [String] {
        guard let own = run(of: .detector, nearest: rate)?.score, let oracle = run(of: .oracle, nearest: rate)?.score else {
            return []
        }
        let title = "scenario at \(hundredths(own.falsePerYear))"
        var lines = [title.padded(24) + "clients  detector            95 %  median    oracle  median"]
        for (mine, its) in zip(own.scenarios, oracle.scenarios) where mine.kind != "none" {
            lines.append(
                mine.scenario.padded(24) + String(mine.clients).leading(7) + String(mine.found).leading(10)
                    + percent(mine.interval).leading(16) + days(mine.delays).leading(8) + String(its.found).leading(10)
                    + days(its.delays).leading(8))
        }
        lines.append("control".padded(24) + "clients  detector  false/yr      95 %    oracle  false/yr")
        for (mine, its) in zip(own.scenarios, oracle.scenarios) where mine.kind == "none" {
            let interval = Interval.rate(mine.falseAlerts, exposure: mine.quietYears)
            lines.append(
                mine.scenario.padded(24) + String(mine.clients).leading(7) + String(mine.falseAlerts).leading(10)
                    + hundredths(Double(mine.falseAlerts) / mine.quietYears).leading(10)
                    + "\(hundredths(interval.lower))–\(hundredths(interval.upper))".leading(12)
                    + String(its.falseAlerts).leading(8) + hundredths(Double(its.falseAlerts) / its.quietYears).leading(10))
        }
        return lines
    }

    private func days(_ delays: [Double]) -> String {
        (ClientScore.quantile(0.5, of: delays).map(tenths) ?? "–") + " d"
    }
}
