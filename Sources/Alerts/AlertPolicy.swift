import Reports
package import Trends

/// Everything that the fold reads besides the reports: the same policy and reports give the same alerts.
package struct AlertPolicy: Sendable {
    package let catalogue: MeasureCatalogue
    package let rules: [AlertRule]
    package let planChanges: [PlanChange]
    /// How late a report may come and still be scored, in days.
    package let latenessDays: Double
    /// `sha256:` and the hash of the rulebook.
    package let rulebook: String
    package let plan: MeasurePlan
    /// Names the measures and patterns: a history of another shape is folded anew.
    package let shape: UInt64
    let index: RuleIndex
    /// By client.
    private let exceptions: [String: [RuleException]]

    package init(
        catalogue: MeasureCatalogue, rules: [AlertRule], planChanges: [PlanChange], latenessDays: Double = 14,
        rulebook: String, exceptions: [RuleException] = []
    ) {
        self.catalogue = catalogue
        self.rules = rules
        self.planChanges = planChanges
        self.latenessDays = latenessDays
        self.rulebook = rulebook
        self.exceptions = Dictionary(grouping: exceptions, by: \.client)
        index = RuleIndex(rules)
        plan = MeasurePlan(catalogue, recovering: Array(index.recoveries.keys))
        shape = StableHash(index.shape).adding(String(plan.shape)).value
    }

    package func rule(_ id: String) -> AlertRule? { index.position[id].map { rules[$0] } }

    /// Whether there is an exception of the rule for the client, now or once.
    package func hasException(_ rule: String, client: String) -> Bool {
        exceptions[client]?.contains { $0.rule == rule } ?? false
    }

    /// Whether the agency wants to hear nothing of this rule about the client.
    func isExcepted(_ rule: String, client: String, opened: Instant) -> Bool {
        guard !exceptions.isEmpty, let own = exceptions[client] else { return false }
        return own.contains { $0.rule == rule && ($0.until.map { opened <= $0 } ?? true) }
    }

    package func planChange(_ id: String) -> PlanChange? { planChanges.first { $0.id == id } }

    /// False alerts per client-year that one pattern may raise.
    var patternBudget: Double {
        catalogue.falseAlerts * catalogue.portions.patterns / Double(max(1, index.patterns.count))
    }
}
