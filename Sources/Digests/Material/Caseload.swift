/// The clients whom one coordinator looks after.
package struct Caseload: Hashable, Sendable {
    /// The coordinator's id; the only part of a caseload that appears in file names.
    package var coordinator: String
    package var name: String
    package var branch: String?
    package var agency: String?
    package var clients: [Client]

    package init(coordinator: String, name: String, branch: String? = nil, agency: String? = nil, clients: [Client]) {
        self.coordinator = coordinator
        self.name = name
        self.branch = branch
        self.agency = agency
        self.clients = clients
    }

    /// A client as the coordinator knows them.
    package struct Client: Hashable, Sendable {
        package var id: String
        /// Shown beside the id; nil where the agency keeps names out of digests.
        package var displayName: String?

        package init(id: String, displayName: String? = nil) {
            self.id = id
            self.displayName = displayName
        }
    }
}
