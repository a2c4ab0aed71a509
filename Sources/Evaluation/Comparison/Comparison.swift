package import Alerts
import Reports
package import Signals
import Trends

/// The detector beside an oracle and the usual rules, on simulated clients, over a range of settings.
package struct Comparison: Sendable {
    /// How one contestant fared at one setting of its knob.
    package struct Run: Sendable {
        package var contestant: Contestant
        package var setting: Double
        package var score: ClientScore
    }

    package let settings: SimulationSettings
    package let runs: [Run]

    /// Simulates and scores on all cores; clients are made and forgotten one by one.
    package init(
        _ simulation: Simulation, extractor: SignalExtractor, policy: AlertPolicy, workers: Int,
        contestants: [Contestant] = Contestant.allCases
    ) async {
        let knobs = contestants.flatMap { contestant in contestant.settings.map { (contestant, $0) } }
        let dealt = Array(simulation.scenarios().enumerated())
        let parts = await withTaskGroup(of: [ClientResult].self) { group in
            for worker in 0..<workers {
                group.addTask {
                    var reader = extractor.makeReader()
                    return dealt.filter { $0.offset % workers == worker }.map { index, scenario in
                        let client = simulation.client(index, scenario)
                        let read = client.notes.map { VisitFindings($0.report, reader.signals(in: $0.report)) }
                        let view = ContestantView(client, read: read, policy)
                        let alerts = knobs.map { view.alerts(of: $0.0, $0.1, policy) }
                        return ClientResult(index: index, truth: client.truth, alerts: alerts)
                    }
                }
            }
            var parts: [ClientResult] = []
            for await part in group { parts += part }
            return parts.sorted { $0.index < $1.index }
        }
        settings = simulation.settings
        let truths = parts.map(\.truth)
        runs = knobs.enumerated().map { knob, setting in
            let score = ClientScore(truths: truths, alerts: parts.flatMap { $0.alerts[knob] })
            return Run(contestant: setting.0, setting: setting.1, score: score)
        }
    }

    package func runs(of contestant: Contestant) -> [Run] { runs.filter { $0.contestant == contestant } }

    /// The run whose false alerts come nearest to `rate` a client-year.
    package func run(of contestant: Contestant, nearest rate: Double) -> Run? {
        runs(of: contestant).min { abs($0.score.falsePerYear - rate) < abs($1.score.falsePerYear - rate) }
    }

    /// What is found, and after how many days (median), at exactly `rate` false alerts a client-year: between two settings,
    /// by the straight line. Nil where no settings lie on both sides.
    package func standing(of contestant: Contestant, at rate: Double) -> (found: Double, delay: Double)? {
        let points = runs(of: contestant).sorted { $0.score.falsePerYear < $1.score.falsePerYear }
        guard let above = points.first(where: { $0.score.falsePerYear >= rate }),
            let below = points.last(where: { $0.score.falsePerYear <= rate })
        else { return nil }
        let span = above.score.falsePerYear - below.score.falsePerYear
        let part = span > 0 ? (rate - below.score.falsePerYear) / span : 0
        return (
            between(Double(below.score.changesFound), Double(above.score.changesFound), part),
            between(below.score.medianDelay, above.score.medianDelay, part)
        )
    }

    private func between(_ low: Double, _ high: Double, _ part: Double) -> Double { low + part * (high - low) }
}

private struct ClientResult: Sendable {
    var index: Int
    var truth: ClientTruth
    var alerts: [[AlertRecord]]
}

extension ClientScore {
    package var medianDelay: Double { ClientScore.quantile(0.5, of: delays) ?? .infinity }
}
