import Alerts
import ArgumentParser
import Casebook
import Evaluation
import Foundation
import Rulebook
import Trends

/// `visitwatch detectability`: what change could be found how soon.
struct DetectabilityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detectability",
        abstract: "What change in which client could be found how soon.",
        discussion: """
            For every measure of a client: the median days until an alert when what is not fine becomes twice, four and eight \
            times as frequent (in odds), and the share found within 180 days. Without a client, for clients visited from three \
            times a week to six times a day, at the level that measures.yaml calls usual.

              visitwatch detectability C104
              visitwatch detectability
            """)

    @Argument(help: "The client's id; leave it out for typical clients.") var client: String?
    @OptionGroup var store: StoreOption
    @OptionGroup var config: ConfigOption
    @Option(help: "For people (text) or for programs (ndjson).") var format = OutputFormat.text

    func run() async throws {
        let policy = try config.rulebook().policy
        let clients = try client.map { [try known($0, policy)] } ?? typical(policy)
        for (name, stable, visits) in clients {
            let report = await report(name, stable, visits, policy)
            try StandardOutput.write(format == .ndjson ? report.ndjson : report.text)
        }
    }

    private func known(_ id: String, _ policy: AlertPolicy) throws -> (String, StablePopulation.Client, Double) {
        let book = try Casebook.openForReading(at: store.path)
        guard let record = try book.clients([id]).first, let history = try? ClientHistory(decoding: record.history),
            history.fits(policy)
        else { throw Failure.refused("The store \(store.path) knows no client \(printable(id)).") }
        guard let stable = history.asStable(policy: policy) else {
            throw Failure.refused("\(printable(id)) has fewer than 30 visits: too few to tell. Leave the client out.")
        }
        return (id, stable, history.ordinaryVisits)
    }

    private func typical(_ policy: AlertPolicy) -> [(String, StablePopulation.Client, Double)] {
        let measures = policy.catalogue.measures.map { (perVisit: 1.0, chances: $0.levels.map { 1 / $0.oneIn }) }
        return [("3 visits a week", 3.0 / 7), ("1 visit a day", 1.0), ("2 visits a day", 2.0), ("4 visits a day", 4.0)].map {
            ($0.0, StablePopulation.Client(visitsPerDay: $0.1, measures: measures), 60 * $0.1)
        }
    }

    private func report(
        _ name: String, _ client: StablePopulation.Client, _ visits: Double, _ policy: AlertPolicy
    ) async -> DetectabilityReport {
        let worse = policy.catalogue.measures.indices.filter { policy.catalogue.measures[$0].rise == .worse }
        let found = await withTaskGroup(of: (Int, Detectability).self) { group in
            for index in worse {
                group.addTask {
                    let level = client.measures[index]
                    let detectability = policy.plan.detectability(
                        of: index, chances: level.chances, observationsPerDay: level.perVisit * client.visitsPerDay,
                        known: visits * level.perVisit)
                    return (index, detectability)
                }
            }
            var found: [(Int, Detectability)] = []
            for await one in group { found.append(one) }
            return found.sorted { $0.0 < $1.0 }.map(\.1)
        }
        return DetectabilityReport(client: name, measures: found)
    }
}
