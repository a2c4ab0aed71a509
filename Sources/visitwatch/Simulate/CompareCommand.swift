import ArgumentParser
import Evaluation
import Foundation
import Rulebook
import Signals

/// `visitwatch compare`: the detector beside an oracle and the usual rules, on made-up clients.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "This detector beside an oracle and the usual rules, on made-up clients.",
        discussion: """
            Makes up clients as simulate does, reads their notes, and raises alerts at a range of settings: with this config; \
            with an oracle, which has the true concepts and knows every client's true usual rates; and with the usual rules \
            (k in 7 days, weekly XmR, EWMA, Page–Hinkley) on the same signals. Shows what is found, how soon, and at the price \
            of how many false alerts.

              visitwatch compare --clients 500 --days 365 --plot compare.svg
              visitwatch compare --streams
            """)

    @OptionGroup var clients: SimulationOptions
    @Option(help: ArgumentHelp("Where to write a plot of delay against false alerts.", valueName: "file.svg"))
    var plot: String?
    @Flag(help: "Not clients but yes/no streams: the test alone beside an oracle that knows both rates.") var streams = false
    @OptionGroup var config: ConfigOption

    func run() async throws {
        if streams { return try StandardOutput.write(StreamBenchmark(seed: clients.seed ?? 1).text) }
        let rulebook = try config.rulebook()
        let simulation = Simulation(try clients.settings(over: SimulationSettings()), phrases: try PhraseBanks(rulebook.files))
        let comparison = await Comparison(
            simulation, extractor: SignalExtractor(try rulebook.lexicon()), policy: rulebook.policy,
            workers: ProcessInfo.processInfo.activeProcessorCount)
        try StandardOutput.write(comparison.text)
        guard let plot else { return }
        try Data(comparison.svg.utf8).write(to: URL(filePath: plot), options: .atomic)
    }
}
