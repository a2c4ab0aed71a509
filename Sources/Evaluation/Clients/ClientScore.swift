/// How well alerts tell what really happened to simulated clients.
///
/// - **Detection.** An alert finds a change when it is about the same client, in a domain of the change (or the composite
///   `decline`), opened from the onset up to 30 days after the end; of kind `recovery` exactly when the change is for the
///   better. An alert that a planted red flag explains is no detection of anything else.
/// - **False alert.** Any alert but a red flag that was opened in quiet time: of a control client always, of another one
///   before the onset. One in the domain of a planted red flag within 14 days after it is explained by it; one that says
///   how bad things are with a client who is to recover is true.
/// - **Wrong domain.** An alert but a red flag, opened while a change could be found, in another domain.
/// - **Red flag found.** A red-flag alert that quotes the report, or one of the same domain opened by that visit or still
///   open then (a thing told again belongs to the open alert).
/// - **Duplicate.** An alert opened while an earlier one of the same client and rule is open.
/// - Withdrawn alerts count for nothing; what opens more than 30 days after the end is only counted among all alerts.
package struct ClientScore: Sendable {
    /// Days after the end of a change in which finding it still counts.
    package static let graceDays = 30.0
    /// Days for which a red flag explains further alerts of its domain.
    package static let explainedDays = 14.0

    /// How one scenario fared.
    package struct ScenarioScore: Sendable {
        package var scenario: String
        package var kind: String
        package var clients: Int
        package var found: Int
        /// Days from the onset to the first alert that finds it, ascending.
        package var delays: [Double]
        package var wrongDomain: Int
        /// In quiet time.
        package var falseAlerts: Int
        package var quietYears: Double

        package var share: Double { clients == 0 ? 1 : Double(found) / Double(clients) }
        package var interval: Interval { .share(found, of: clients) }
    }

    package let clients: Int
    package let visits: Int
    package let scenarios: [ScenarioScore]
    /// Alerts of all kinds.
    package let alerts: Int
    package let redFlags: Int
    package let redFlagsFound: Int
    /// Red-flag alerts that no planted red flag explains.
    package let unplannedRedFlags: Int
    package let duplicates: Int
    /// Right alerts while a change could be found, the first ones included.
    package let rightDomain: Int
    package let verdicts: [ClientVerdict]

    package init(truths: [ClientTruth], alerts: [AlertRecord]) {
        let byClient = Dictionary(grouping: alerts.filter { $0.status != "withdrawn" }, by: \.client)
        let verdicts = truths.map { truth in
            ClientVerdict(truth, alerts: (byClient[truth.client] ?? []).sorted { ($0.opened, $0.id) < ($1.opened, $1.id) })
        }
        self.verdicts = verdicts
        clients = truths.count
        visits = truths.reduce(0) { $0 + $1.visits }
        self.alerts = verdicts.reduce(0) { $0 + $1.alerts }
        redFlags = truths.reduce(0) { $0 + $1.redFlags.count }
        redFlagsFound = redFlags - verdicts.reduce(0) { $0 + $1.missedRedFlags.count }
        unplannedRedFlags = verdicts.reduce(0) { $0 + $1.unplannedRedFlags }
        duplicates = verdicts.reduce(0) { $0 + $1.duplicates }
        rightDomain = verdicts.reduce(0) { $0 + $1.rightDomain }
        scenarios = ClientScore.scenarios(verdicts)
    }

    /// Scenarios that change something which a single report does not tell.
    package var changes: [ScenarioScore] { scenarios.filter { $0.kind != "none" && $0.kind != "red-flag" } }

    package var changesInjected: Int { changes.reduce(0) { $0 + $1.clients } }
    package var changesFound: Int { changes.reduce(0) { $0 + $1.found } }
    package var delays: [Double] { changes.flatMap(\.delays).sorted() }
    package var falseAlerts: Int { scenarios.reduce(0) { $0 + $1.falseAlerts } }
    package var quietYears: Double { scenarios.reduce(0) { $0 + $1.quietYears } }
    package var falsePerYear: Double { quietYears > 0 ? Double(falseAlerts) / quietYears : 0 }
    package var falseInterval: Interval { .rate(falseAlerts, exposure: quietYears) }
    package var alertsPer100Visits: Double { visits > 0 ? 100 * Double(alerts) / Double(visits) : 0 }
    package var wrongDomain: Int { scenarios.reduce(0) { $0 + $1.wrongDomain } }

    package var wrongDomainShare: Double {
        wrongDomain + rightDomain == 0 ? 0 : Double(wrongDomain) / Double(wrongDomain + rightDomain)
    }

    /// The smallest value that at least `share` of the sorted values do not exceed; nil when there are none.
    package static func quantile(_ share: Double, of sorted: [Double]) -> Double? {
        sorted.isEmpty ? nil : sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
    }

    private static func scenarios(_ verdicts: [ClientVerdict]) -> [ScenarioScore] {
        let groups = Dictionary(grouping: verdicts, by: \.truth.scenario)
        return groups.sorted { $0.key < $1.key }.map { scenario, verdicts in
            ScenarioScore(
                scenario: scenario, kind: verdicts.first?.truth.kind ?? "none", clients: verdicts.count,
                found: verdicts.count { $0.detection != nil }, delays: verdicts.compactMap(\.delay).sorted(),
                wrongDomain: verdicts.reduce(0) { $0 + $1.wrongDomain.count },
                falseAlerts: verdicts.reduce(0) { $0 + $1.falseAlerts.count },
                quietYears: verdicts.reduce(0) { $0 + $1.quietDays } / 365)
        }
    }
}
