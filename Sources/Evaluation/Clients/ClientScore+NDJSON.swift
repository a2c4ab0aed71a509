import Reports

extension ClientScore {
    /// One record a line: `overall`, one `scenario` each, then one each for what went wrong: `missed`, `false`, `wrong-domain`,
    /// `missed-red-flag`.
    package var ndjson: String {
        var lines = [overall]
        lines += scenarios.map(line)
        for verdict in verdicts { lines += faults(of: verdict) }
        return lines.map { $0 + "\n" }.joined()
    }

    private var overall: String {
        var line = JSONText()
        line.add("record", "overall")
        line.add("clients", clients)
        line.add("visits", visits)
        line.add("changes", changesInjected)
        line.add("changes_found", changesFound)
        line.add("found_interval", Interval.share(changesFound, of: changesInjected))
        add(delays, to: &line)
        line.add("false_alerts", falseAlerts)
        line.add("quiet_client_years", raw: JSONText.rounded(quietYears))
        line.add("false_per_client_year", raw: JSONText.rounded(falsePerYear))
        line.add("false_interval", falseInterval)
        line.add("alerts", alerts)
        line.add("alerts_per_100_visits", raw: JSONText.rounded(alertsPer100Visits))
        line.add("red_flags", redFlags)
        line.add("red_flags_found", redFlagsFound)
        line.add("other_red_flags", unplannedRedFlags)
        line.add("wrong_domain", wrongDomain)
        line.add("wrong_domain_share", raw: JSONText.rounded(wrongDomainShare))
        line.add("duplicates", duplicates)
        return line.line
    }

    private func line(_ score: ScenarioScore) -> String {
        var line = JSONText()
        line.add("record", "scenario")
        line.add("scenario", score.scenario)
        line.add("kind", score.kind)
        line.add("clients", score.clients)
        line.add("found", score.found)
        line.add("found_interval", score.interval)
        add(score.delays, to: &line)
        line.add("wrong_domain", score.wrongDomain)
        line.add("false_alerts", score.falseAlerts)
        line.add("quiet_client_years", raw: JSONText.rounded(score.quietYears))
        return line.line
    }

    private func add(_ delays: [Double], to line: inout JSONText) {
        for (name, share) in [("delay_median", 0.5), ("delay_p90", 0.9)] {
            line.add(name, raw: ClientScore.quantile(share, of: delays).map(JSONText.rounded) ?? "null")
        }
    }

    private func faults(of verdict: ClientVerdict) -> [String] {
        var lines: [String] = []
        let truth = verdict.truth
        if !truth.isControl && verdict.detection == nil { lines.append(fault("missed", truth, alert: nil)) }
        lines += verdict.falseAlerts.map { fault("false", truth, alert: $0) }
        lines += verdict.wrongDomain.map { fault("wrong-domain", truth, alert: $0) }
        lines += verdict.missedRedFlags.map { flag in
            var line = JSONText()
            line.add("record", "missed-red-flag")
            line.add("client", truth.client)
            line.add("report", flag.report)
            line.add("concept", flag.concept)
            return line.line
        }
        return lines
    }

    private func fault(_ record: String, _ truth: ClientTruth, alert: AlertRecord?) -> String {
        var line = JSONText()
        line.add("record", record)
        line.add("client", truth.client)
        line.add("scenario", truth.scenario)
        if let onset = truth.onset { line.add("onset", onset.iso8601) }
        if let alert {
            line.add("alert", alert.id)
            line.add("rule", alert.rule)
            line.add("kind", alert.kind)
            line.add("domain", alert.domain)
            line.add("opened", alert.opened.iso8601)
        }
        return line.line
    }
}
