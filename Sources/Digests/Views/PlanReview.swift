import Reports

/// What belongs into a plan review though no alert tells it: levels that are bad as a rule, and what spreads between clients.
package struct PlanReview: Hashable, Sendable {
    /// A measure that is bad too often in one client, trend or no trend.
    package struct Level: Hashable, Sendable {
        package var client: Caseload.Client
        package var title: String
        package var bad: Int
        package var of: Int

        package init(client: Caseload.Client, title: String, bad: Int, of: Int) {
            self.client = client
            self.title = title
            self.bad = bad
            self.of = of
        }
    }

    /// More clients than usual who show the same in one week.
    package struct Outbreak: Hashable, Sendable {
        package var title: String
        package var week: LocalTime
        package var clients: [Caseload.Client]
        package var of: Int
        /// Clients in an ordinary week.
        package var usual: Double

        package init(title: String, week: LocalTime, clients: [Caseload.Client], of: Int, usual: Double) {
            self.title = title
            self.week = week
            self.clients = clients
            self.of = of
            self.usual = usual
        }
    }

    package var asOf: LocalTime
    package var outbreaks: [Outbreak]
    package var levels: [Level]

    package init(asOf: LocalTime, outbreaks: [Outbreak], levels: [Level]) {
        self.asOf = asOf
        self.outbreaks = outbreaks
        self.levels = levels
    }
}
