import ArgumentParser
import Evaluation
import Foundation
import Reports
import Rulebook

/// `visitwatch simulate`: made-up clients with known changes.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Made-up clients with known onsets, as reports and truth.",
        discussion: """
            Writes reports.ndjson (or .csv), concepts.ndjson (what each report says) and truth.ndjson (what really happens to \
            each client). The same options and config give the same bytes.

              visitwatch simulate --clients 200 --days 180 --out sim
              visitwatch run sim/reports.ndjson --store sim/sim.sqlite
              visitwatch alerts list --format ndjson --store sim/sim.sqlite > sim/alerts.ndjson
              visitwatch evaluate --clients sim/truth.ndjson --alerts sim/alerts.ndjson
            """)

    @OptionGroup var clients: SimulationOptions
    @Option(help: ArgumentHelp("Folder to write into.", valueName: "dir")) var out = "simulated"
    @Option(help: "How the reports are written: ndjson or csv.") var format = Simulation.Format.ndjson
    @Flag(help: "Write the notes into concepts.ndjson, too: labelled notes, fit for evaluate.") var withNotes = false
    @Flag(help: "An agency's export as in real life: two formats, late, corrected, doubled and broken records.")
    var messy = false
    @Flag(help: "Only list the scenarios.") var listScenarios = false
    @OptionGroup var config: ConfigOption
    @OptionGroup var quiet: QuietOption

    func run() throws {
        if listScenarios {
            return try StandardOutput.write((Scenario.changing + Scenario.controls).map(\.line).joined())
        }
        let settings = try clients.settings(over: messy ? AgencyExport.standard : SimulationSettings())
        let phrases = try phrases()
        let folder = URL(filePath: out, directoryHint: .isDirectory)
        if messy {
            let counts = try AgencyExport(settings, phrases: phrases).write(to: folder)
            tell(
                "\(counted(counts.records, "record")) written to \(out)/export: \(grouped(counts.reports)) reports "
                    + "(\(grouped(counts.late)) late, \(grouped(counts.tooLate)) too late), \(grouped(counts.duplicates)) "
                    + "duplicates, \(grouped(counts.corrections)) corrections, \(grouped(counts.broken)) broken")
        } else {
            let written = try Simulation(settings, phrases: phrases).write(to: folder, format: format, withNotes: withNotes)
            tell(
                "\(counted(written.reports, "report")) of \(counted(written.truths.count, "client")) written to "
                    + "\(out)/reports.\(format.rawValue); the truth about them is in \(out)/truth.ndjson")
        }
    }

    private func phrases() throws -> PhraseBanks {
        var unreadable: [RulebookProblem] = []
        let files = ConfigFiles.load(folder: config.folder, problems: &unreadable)
        guard unreadable.isEmpty else { throw RulebookErrors(unreadable) }
        return try PhraseBanks(files)
    }

    private func tell(_ line: String) {
        if !quiet.isQuiet { Terminal.tell(line) }
    }
}

extension Simulation.Format: ExpressibleByArgument {}

extension Scenario {
    fileprivate var line: String {
        id.padded(24) + kind.padded(12) + (isControl ? "control" : domains.joined(separator: ", ")) + "\n"
    }
}
