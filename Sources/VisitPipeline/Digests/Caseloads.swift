package import Digests
package import Rulebook

extension AgencySettings {
    /// Who reads about whom: one caseload a coordinator, and one for clients whom nobody has.
    package func caseloads(of clients: [String]) -> [Caseload] {
        var byCoordinator: [String: [Caseload.Client]] = [:]
        var unassigned: [Caseload.Client] = []
        for id in clients {
            let client = self.client(id)
            if let coordinator = coordinator(of: id) {
                byCoordinator[coordinator.id, default: []].append(client)
            } else {
                unassigned.append(client)
            }
        }
        let agency = name.isEmpty ? nil : name
        var caseloads = coordinators.map { coordinator in
            Caseload(
                coordinator: coordinator.id, name: coordinator.name, branch: branchName(coordinator.branch), agency: agency,
                clients: byCoordinator[coordinator.id] ?? [])
        }
        if !unassigned.isEmpty || caseloads.isEmpty {
            let isOnlyOne = caseloads.isEmpty
            caseloads.append(
                Caseload(
                    coordinator: isOnlyOne ? "all" : "unassigned",
                    name: isOnlyOne ? "All clients" : "Clients without a coordinator", agency: agency, clients: unassigned))
        }
        return caseloads
    }

    /// A client as the coordinators know them.
    package func client(_ id: String) -> Caseload.Client { Caseload.Client(id: id, displayName: clientNames[id]) }

    private func branchName(_ id: String?) -> String? { branches.first { $0.id == id }?.name }
}
