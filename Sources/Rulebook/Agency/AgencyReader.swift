import Foundation

/// Reads `agency.yaml`.
struct AgencyReader {
    let problems: ConfigProblems

    func settings(_ root: ConfigNode) -> AgencySettings {
        root.map(problems) { map in
            var agency = AgencySettings()
            agency.name = map.string("name") ?? ""
            agency.timeZone = map.required("time_zone").flatMap(timeZone) ?? agency.timeZone
            agency.region = map.required("region")?.region(problems) ?? agency.region
            _ = map.optional("packs")?.strings(problems)
            agency.latenessDays = map.int("lateness_days", in: 1...90, else: agency.latenessDays)
            if let node = map.required("budgets") { readBudgets(node, into: &agency) }
            let branches = map.optional("branches")
            agency.branches = branches.map(self.branches) ?? []
            let isListed = branches == nil || !agency.branches.isEmpty
            agency.coordinators = coordinators(
                map.required("coordinators"), branches: isListed ? agency.branches.map(\.id) : nil)
            agency.clientNames = map.optional("client_names").map(clientNames) ?? [:]
            agency.digest = map.optional("digest").map(digest) ?? agency.digest
            return agency
        } ?? AgencySettings()
    }

    private func readBudgets(_ node: ConfigNode, into agency: inout AgencySettings) {
        _ = node.map(problems) { map in
            agency.falseAlerts = map.required("false_alerts")?.falseAlertBudget(problems) ?? agency.falseAlerts
            agency.alertsADay = map.int("alerts_a_day", in: 1...1_000, else: agency.alertsADay)
            return true
        }
    }

    private func timeZone(_ node: ConfigNode) -> String? {
        guard let name = node.string(problems) else { return nil }
        if TimeZone(identifier: name) != nil { return name }
        problems.report(
            .badTimeZone, at: node.place, "unknown time zone \"\(name)\"", expected: "a name such as Europe/London",
            suggestion: nearestName(to: name, in: TimeZone.knownTimeZoneIdentifiers))
        return nil
    }

    private func branches(_ node: ConfigNode) -> [AgencySettings.Branch] {
        (node.entries(problems) ?? []).compactMap { entry in
            entry.value.string(problems).map { AgencySettings.Branch(id: entry.key, name: $0) }
        }
    }

    private func clientNames(_ node: ConfigNode) -> [String: String] {
        let pairs = (node.entries(problems) ?? []).compactMap { entry in
            entry.value.string(problems).map { (entry.key, $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private func digest(_ node: ConfigNode) -> AgencySettings.DigestSettings {
        var digest = AgencySettings.DigestSettings()
        _ = node.map(problems) { map in
            digest.folder = map.string("folder", else: digest.folder)
            if let formats = map.optional("formats")?.list(problems) {
                digest.formats = formats.compactMap { $0.choice(problems) }
            }
            return true
        }
        return digest
    }
}

/// Coordinators and their caseloads.
extension AgencyReader {
    private func coordinators(_ node: ConfigNode?, branches: [String]?) -> [AgencySettings.Coordinator] {
        guard let entries = node?.entries(problems) else { return [] }
        var listed: [String: (coordinator: String, line: Int)] = [:]
        var names: [String: ConfigPlace] = [:]
        return entries.compactMap { entry in
            entry.value.map(problems) { map in
                let nameNode = map.required("name")
                let name = nameNode?.string(problems) ?? entry.key
                if let nameNode { reportTwice(name, at: nameNode.place, in: &names) }
                let branch = map.optional("branch").flatMap { self.branch($0, among: branches) }
                let clients = map.required("clients")?.locatedStrings(problems) ?? []
                warnOfSharedClients(clients, of: entry.key, in: &listed)
                return AgencySettings.Coordinator(
                    id: entry.key, name: name, mail: map.optional("mail").flatMap(mail), branch: branch,
                    clients: clients.map { ClientPattern($0.value) })
            }
        }
    }

    /// `known` is nil when the list of branches is itself broken: one mistake, one message.
    private func branch(_ node: ConfigNode, among known: [String]?) -> String? {
        guard let known else { return node.string(problems) }
        return node.name(
            in: known, problems, code: .unknownBranch, what: "branch", mend: "Branches are listed under \"branches\".")
    }

    private func mail(_ node: ConfigNode) -> String? {
        guard let address = node.string(problems) else { return nil }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) { return address }
        problems.report(.badPattern, at: node.place, "\"\(address)\" is no mail address", expected: "name@domain")
        return nil
    }

    private func reportTwice(_ name: String, at place: ConfigPlace, in seen: inout [String: ConfigPlace]) {
        if let first = seen[name] {
            problems.report(
                .duplicateName, at: place, "coordinator \"\(name)\" is listed twice, first in line \(first.line)",
                mend: "Join the two caseloads, or tell the names apart.")
        }
        seen[name] = seen[name] ?? place
    }

    private func warnOfSharedClients(
        _ clients: [Located<String>], of coordinator: String, in listed: inout [String: (coordinator: String, line: Int)]
    ) {
        for client in clients {
            if let first = listed[client.value] {
                problems.report(
                    .clientTwice, at: client.place,
                    "client \"\(client.value)\" is also in the caseload of \"\(first.coordinator)\", line \(first.line)",
                    mend: "The first caseload counts. Remove one of the two.")
            } else {
                listed[client.value] = (coordinator, client.place.line)
            }
        }
    }
}
