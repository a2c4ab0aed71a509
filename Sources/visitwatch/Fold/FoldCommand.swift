import ArgumentParser
import Reports
import Rulebook
import Signals
import VisitPipeline

/// `visitwatch fold`: the keyed step for distributed engines.
struct FoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fold",
        abstract: "Client states and reports in, new states and alerts out: the keyed step as a pure filter.",
        discussion: """
            Lines in: reports as NDJSON, and states as {"client":"C1","state":"<base64>"} as an earlier fold wrote them. \
            All lines of a client belong into one call; their order makes no difference.

            Lines out, client by client: changes of alerts as {"change":"opened","alert":…}, reports that came too late as \
            {"too_late":"r1","client":"C1"}, and the client's new state.

              cat states.ndjson today.ndjson | visitwatch fold > out.ndjson
            """)

    @Argument(help: "NDJSON files; standard input when none is named.", completion: .file()) var inputs: [String] = []
    @OptionGroup var config: ConfigOption
    @OptionGroup var quiet: QuietOption

    func run() throws {
        let rulebook = try config.rulebook()
        let readers = ReaderPool(SignalExtractor(try rulebook.lexicon()))
        var filter = try FoldFilter(policy: rulebook.policy, settings: rulebook.intake, readers: readers)
        for input in inputs.isEmpty ? ["-"] : inputs { try filter.read(.path(input)) }
        var output = StandardOutput()
        try filter.write { try output.write($0) }
        try output.flush()
        for record in filter.putAside where !quiet.isQuiet { Terminal.tell(record.asLine) }
        if !filter.putAside.isEmpty { throw ExitStatus.incomplete.exitCode }
    }
}
