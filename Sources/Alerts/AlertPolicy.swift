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

    package init(
        catalogue: MeasureCatalogue, rules: [AlertRule], planChanges: [PlanChange], latenessDays: Double = 14,
        rulebook: String
    ) {
        self.catalogue = catalogue
        self.rules = rules
        self.planChanges = planChanges
        self.latenessDays = latenessDays
        self.rulebook = rulebook
    }
}
