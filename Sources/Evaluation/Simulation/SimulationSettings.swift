package import Reports

/// What to simulate; the same settings and phrases give the same bytes.
package struct SimulationSettings: Sendable {
    package var clients: Int
    package var days: Int
    package var seed: UInt64
    /// Local midnight of the first day.
    package var start: Instant
    package var visitsPerDay: ClosedRange<Double>
    /// The share of clients to whom something happens; the others are controls.
    package var scenarioShare: Double
    /// Only these scenarios, by id; empty for all.
    package var only: [String]
    /// Where the clients live; empty for all regions.
    package var regions: [Region]

    package init(
        clients: Int = 200, days: Int = 180, seed: UInt64 = 1, start: Instant = .utc(year: 2026, month: 1, day: 5),
        visitsPerDay: ClosedRange<Double> = 0.4...4, scenarioShare: Double = 0.4, only: [String] = [],
        regions: [Region] = []
    ) {
        self.clients = clients
        self.days = days
        self.seed = seed
        self.start = start
        self.visitsPerDay = visitsPerDay
        self.scenarioShare = scenarioShare
        self.only = only
        self.regions = regions
    }
}
