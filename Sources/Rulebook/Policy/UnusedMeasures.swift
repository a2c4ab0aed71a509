import Alerts
import Trends

/// Warns of measures that no rule speaks of. A plan change without a rule is none: coordinators propose them by hand too.
struct UnusedMeasures {
    let measures: MeasureCatalogue
    let rules: [AlertRule]
    let places: RulebookPlaces

    func report(to problems: ConfigProblems) {
        let used = Set(rules.flatMap(measuresOf) + (measures.composite?.members ?? []))
        for (id, place) in places.measures where !used.contains(id) {
            problems.report(
                .unused, at: place, "no rule follows measure \"\(id)\"",
                mend: "Add a rule to alerts/trends.yaml or alerts/recovery.yaml, or remove the measure.")
        }
    }

    private func measuresOf(_ rule: AlertRule) -> [String] {
        switch rule.condition {
        case .redFlag, .silence: []
        case .trend(let trend): [trend.measure]
        case .recovery(let recovery): [recovery.measure]
        case .pattern(let pattern): pattern.covers
        }
    }
}
