import Alerts
import ArgumentParser
import Casebook
import Evaluation
import Foundation
import Rulebook
import Trends

/// `visitwatch calibrate`: spends the budgets of false alerts in full.
struct CalibrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Set each measure's factor between budget and threshold, by stable clients made up.",
        discussion: """
            Makes up clients in whom nothing changes, visited as often and as often in a bad way as the clients of the store \
            (without one, as measures.yaml expects, from three visits a week to six a day), counts the false alerts of every \
            measure, and writes calibration.yaml, so that the budgets of measures.yaml are spent in full. Shows the rate that \
            is achieved with it on other clients of the same kind.

              visitwatch calibrate --out config
              visitwatch calibrate --store visitwatch.sqlite --out config
            """)

    @OptionGroup var config: ConfigOption
    @Option(help: ArgumentHelp("Take visits and usual rates from this casebook.", valueName: "file")) var store: String?
    @Option(help: ArgumentHelp("Folder to write calibration.yaml into; nothing is written without.", valueName: "dir"))
    var out: String?
    @Option(help: "Another seed gives other clients.") var seed: UInt64 = 1
    @Option(help: "How many false alerts of each measure to wait for; 400 tell a rate within 10 %.") var alarms = 400

    func validate() throws {
        guard (20...100_000).contains(alarms) else { throw ValidationError("--alarms: from 20 to 100000.") }
    }

    func run() async throws {
        let rulebook = try config.rulebook()
        let policy = rulebook.policy
        let population = try population(policy)
        let (seed, alarms) = (seed, alarms)
        let found = await withTaskGroup(of: (Int, CalibratedFactor?).self) { group in
            for (index, id) in policy.plan.calibrated.enumerated() {
                group.addTask { (index, policy.plan.calibrate(id, on: population, alarms: alarms, seed: seed)) }
            }
            var found: [(Int, CalibratedFactor?)] = []
            for await factor in group { found.append(factor) }
            return found.sorted { $0.0 < $1.0 }.compactMap(\.1)
        }
        let report = CalibrationReport(factors: found, clients: population.clients.count, seed: seed)
        try StandardOutput.write(report.text)
        guard let out else { return }
        let file = URL(filePath: out, directoryHint: .isDirectory).appending(path: "calibration.yaml")
        try Data(report.yaml(date: today).utf8).write(to: file, options: .atomic)
        Terminal.tell("Written to \(file.relativePath).")
    }

    private func population(_ policy: AlertPolicy) throws -> StablePopulation {
        guard let store else { return StablePopulation(drawnFrom: policy.plan, seed: seed) }
        let book = try Casebook.openForReading(at: store)
        let clients = try book.clients(try book.clientNames()).compactMap { record -> StablePopulation.Client? in
            guard let history = try? ClientHistory(decoding: record.history), history.fits(policy) else { return nil }
            return history.asStable(policy: policy)
        }
        guard !clients.isEmpty else {
            throw Failure.refused(
                "No client in \(store) has 30 visits yet. Nothing was calibrated; leave out --store to go by the priors.")
        }
        return StablePopulation(clients: clients)
    }

    private var today: String { String(Date.now.ISO8601Format().prefix(10)) }
}
