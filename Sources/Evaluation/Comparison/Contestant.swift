import Alerts
import Reports
import Trends

/// A way of raising alerts, whose one knob trades early finds against false alerts.
package enum Contestant: String, Sendable, CaseIterable {
    /// The whole pipeline: notes in, alerts out.
    case detector
    /// The same on what the notes truly say: what reading costs is the difference.
    case labelled = "true concepts"
    /// The same test on what the notes truly say, with every client's true usual rates.
    case oracle
    /// As many signs of a measure within seven days as the knob says.
    case countInWeek = "k in 7 days"
    /// Weekly rates against limits from the first twelve weeks; the knob is the factor on the mean moving range.
    case weeklyXmR = "weekly XmR"
    /// An exponentially weighted mean against the client's own; the knob is the limit in standard deviations.
    case ewma = "EWMA"
    /// Page–Hinkley; the knob is the threshold.
    case pageHinkley = "Page–Hinkley"

    /// Settings of the knob, from few alerts to many.
    var settings: [Double] {
        switch self {
        case .detector, .labelled, .oracle: [0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6]
        case .countInWeek: [10, 8, 7, 6, 5, 4, 3]
        case .weeklyXmR: [8, 6, 5, 4, 3.3, 2.66]
        case .ewma: [9, 7.5, 6.5, 5.5, 4.5, 3.5]
        case .pageHinkley: [12, 9, 7, 5.5, 4, 3]
        }
    }
}

/// What the contestants see of one client.
struct ContestantView {
    var read: [VisitFindings]
    var labelled: [VisitFindings]
    var usual: TrueRates
    var asOf: Instant
    var streams: MeasureStreams

    init(_ client: SimulatedClient, read: [VisitFindings], _ policy: AlertPolicy) {
        self.read = read
        labelled = client.notes.map { VisitFindings($0.report, $0.trueSignals) }
        usual = client.usual
        asOf = client.truth.last
        streams = MeasureStreams(read, policy)
    }

    func alerts(of contestant: Contestant, _ setting: Double, _ policy: AlertPolicy) -> [AlertRecord] {
        switch contestant {
        case .detector: folded(read, policy.spending(setting))
        case .labelled: folded(labelled, policy.spending(setting))
        case .oracle: folded(labelled, policy.knowing(usual).spending(setting))
        default: streams.alerts(of: contestant, setting)
        }
    }

    private func folded(_ visits: [VisitFindings], _ policy: AlertPolicy) -> [AlertRecord] {
        guard let newest = visits.last?.time, let client = streams.client else { return [] }
        var history = ClientHistory(client: client, policy: policy)
        for visit in visits { history.addNext(visit, newest: newest, policy: policy) }
        var alerts: [String: Alert] = [:]
        for change in history.takeChanges(policy: policy) {
            switch change {
            case .opened(let alert), .updated(let alert), .closed(let alert): alerts[alert.id] = alert
            case .withdrawn(let alert, _): alerts[alert.id] = nil
            }
        }
        let silence = history.silence(asOf: asOf, policy: policy).map { [$0] } ?? []
        return (Array(alerts.values) + silence).map(AlertRecord.init)
    }
}

extension AlertPolicy {
    /// The same rules with another budget of false alerts.
    func spending(_ falseAlerts: Double) -> AlertPolicy {
        var catalogue = catalogue
        catalogue.falseAlerts = falseAlerts
        return AlertPolicy(
            catalogue: catalogue, rules: rules, planChanges: planChanges, latenessDays: latenessDays, rulebook: rulebook)
    }

    /// The same rules for somebody who knows the client's usual rates and has nothing to learn.
    func knowing(_ usual: TrueRates) -> AlertPolicy {
        let least = 0.000_5
        var catalogue = catalogue
        catalogue.chronic = nil
        for index in catalogue.measures.indices {
            catalogue.measures[index].worth = 1e7
            for level in catalogue.measures[index].levels.indices {
                let chance = max(least, usual.chance(of: catalogue.measures[index].levels[level].concepts))
                catalogue.measures[index].levels[level].oneIn = 1 / chance
            }
        }
        let rules = rules.map { rule in
            guard case .pattern(var pattern) = rule.condition else { return rule }
            for sign in pattern.signs.indices {
                pattern.signs[sign].oneIn = 1 / max(least, usual.chance(of: pattern.signs[sign].any))
            }
            var knowing = rule
            knowing.condition = .pattern(pattern)
            return knowing
        }
        return AlertPolicy(
            catalogue: catalogue, rules: rules, planChanges: planChanges, latenessDays: latenessDays, rulebook: rulebook)
    }
}
