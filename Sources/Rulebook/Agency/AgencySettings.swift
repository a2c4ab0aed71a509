/// Who the agency is, who looks after whom, and how much attention alerts may ask for: `agency.yaml`.
package struct AgencySettings: Hashable, Sendable {
    package var name = ""
    /// Of local times and digests, e.g. `Europe/London`.
    package var timeZone = "UTC"
    /// Of reports that name none: `UK`, `US`, …
    package var region = "UK"
    /// How late a report may come and still be scored.
    package var latenessDays = 14
    /// For all trends and patterns of one client together.
    package var falseAlerts = FalseAlertBudget(perClientYear: 2)
    /// How many alerts a coordinator can read well in a day.
    package var alertsADay = 8
    package var branches: [Branch] = []
    package var coordinators: [Coordinator] = []
    /// By client id; shown in digests only.
    package var clientNames: [String: String] = [:]
    package var digest = DigestSettings()

    package init() {}

    /// Regions whose units, spelling and abbreviations are told apart.
    static let knownRegions = ["UK", "US", "IE", "AU", "NZ", "CA"]

    package struct Branch: Hashable, Sendable {
        package var id: String
        package var name: String
    }

    package struct Coordinator: Hashable, Sendable {
        package var id: String
        package var name: String
        package var mail: String?
        /// The id of a branch.
        package var branch: String?
        package var clients: [ClientPattern]

        package init(
            id: String, name: String, mail: String? = nil, branch: String? = nil, clients: [ClientPattern]
        ) {
            self.id = id
            self.name = name
            self.mail = mail
            self.branch = branch
            self.clients = clients
        }
    }

    package struct DigestSettings: Hashable, Sendable {
        /// Where digests are written, relative to where the program runs.
        package var folder = "digests"
        package var formats: [DigestFormat] = [.text, .html]

        package init() {}
    }

    package enum DigestFormat: String, Hashable, Sendable, CaseIterable { case text, html, markdown, ndjson }

    /// The coordinator of a client: one who names the id, else the most specific pattern, else the first written.
    package func coordinator(of client: String) -> Coordinator? {
        var best: (specificity: Int, coordinator: Coordinator)?
        for coordinator in coordinators {
            for pattern in coordinator.clients where pattern.matches(client) {
                let specificity = pattern.isExact ? Int.max : pattern.literalCount
                if best.map({ specificity > $0.specificity }) ?? true { best = (specificity, coordinator) }
            }
        }
        return best?.coordinator
    }
}
