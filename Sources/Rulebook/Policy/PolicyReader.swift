import Alerts
import Signals
import Trends

/// Reads `measures.yaml`, `plan-changes.yaml` and `alerts/*.yaml`, which refer to each other and to the catalogue.
struct PolicyReader {
    let concepts: Catalogue
    let problems: ConfigProblems

    struct Result {
        var measures: MeasureCatalogue
        var rules: [AlertRule]
        var planChanges: [PlanChange]
        var exceptions: [RuleException]
        /// Where each rule, measure and plan change begins.
        var places: RulebookPlaces
    }

    /// Nil when a file that the rules need cannot be read.
    func policy(_ tree: ConfigTree, agency: AgencySettings) -> Result? {
        var places = RulebookPlaces()
        guard let measuresRoot = tree.roots["measures.yaml"], let changesRoot = tree.roots["plan-changes.yaml"] else {
            return nil
        }
        var measures = MeasureReader(concepts: concepts, problems: problems).measures(measuresRoot, &places)
        if let root = tree.roots["calibration.yaml"] {
            measures.factors = CalibrationReader(measures: measures, problems: problems).factors(root)
        }
        let changes = PlanChangeReader(problems: problems).planChanges(changesRoot, &places)
        let names = RuleNames(concepts: concepts, measures: measures, planChanges: changes)
        let reader = AlertRuleReader(names: names, problems: problems)
        let rules = tree.roots(below: "alerts").flatMap { reader.rules($0, &places) }
        reportOverspending(measuresRoot, measures, agency)
        UnusedMeasures(measures: measures, rules: rules, places: places).report(to: problems)
        let exceptions = ExceptionReader(rules: rules.map(\.id), problems: problems).exceptions(tree.roots["exceptions.yaml"])
        return Result(measures: measures, rules: rules, planChanges: changes, exceptions: exceptions, places: places)
    }

    private func reportOverspending(_ root: ConfigNode, _ measures: MeasureCatalogue, _ agency: AgencySettings) {
        let total = agency.falseAlerts.perClientYear
        guard measures.falseAlerts > total * (1 + 1e-9), case .map(let entries) = root.content,
            let entry = entries.first(where: { $0.key == "false_alerts" })
        else { return }
        problems.report(
            .budgetOverspent, at: entry.value.place,
            "\(entry.value.kindInWords) is \(inWords(measures.falseAlerts)) false alerts per client-year; the agency's total is \(inWords(total))",
            mend: "Write less here, or raise budgets.false_alerts in agency.yaml.")
    }
}

/// Where the parts of the policy begin, by id, and the tests written beside them.
package struct RulebookPlaces: Hashable, Sendable {
    package var rules: [String: ConfigPlace] = [:]
    package var measures: [String: ConfigPlace] = [:]
    package var planChanges: [String: ConfigPlace] = [:]
    package var tests: [RuleTest] = []
}

/// The names that a rule may refer to.
struct RuleNames {
    let concepts: Catalogue
    /// All that a trend can follow: measures, the composite, the weight, ranges.
    let followed: [String]
    /// Measures alone.
    let measures: [String]
    let planChanges: [String]
    let domains: [String]

    init(concepts: Catalogue, measures: MeasureCatalogue, planChanges: [PlanChange]) {
        self.concepts = concepts
        self.measures = measures.measures.map(\.id)
        let others = [measures.composite?.id, measures.weight?.id].compactMap(\.self) + measures.ranges.map(\.id)
        followed = self.measures + others
        self.planChanges = planChanges.map(\.id)
        domains = concepts.domains.isEmpty ? [] : concepts.domains + ["decline"]
    }
}

extension Catalogue {
    /// The first parts of the ids, each once, in alphabetical order.
    package var domains: [String] { Set(entries.keys.map(\.domain)).sorted() }

    /// The concepts that a list names.
    func concepts(_ node: ConfigNode, _ problems: ConfigProblems) -> [Concept] {
        (node.list(problems) ?? []).compactMap { concept($0, problems) }
    }
}
