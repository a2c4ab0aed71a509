import ArgumentParser
import Reports
import Rulebook
import Signals

/// `visitwatch rules test`: whether the lexicon reads its own examples as they say.
struct RulesTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Reads the lexicon's own examples: says: must tell the concept, not: must not.",
        discussion: "The exit status is 2 when an example fails.")

    @OptionGroup var config: ConfigOption
    @Option(help: "Only examples of this concept or domain, e.g. mobility.fall or mobility.") var concept: String?
    @Option(help: "Read the examples as notes from this region.") var region: String?
    @Option(help: "For people (text) or for programs (ndjson).") var format = OutputFormat.text
    @OptionGroup var quiet: QuietOption

    func run() throws {
        let rulebook = try config.rulebook()
        var reader = SignalExtractor(try rulebook.lexicon()).makeReader()
        let examples = rulebook.examples.filter { example in
            concept.map { $0 == example.concept.rawValue || $0 == example.concept.domain } ?? true
        }
        guard concept == nil || !examples.isEmpty else {
            let known = Set(rulebook.examples.flatMap { [$0.concept.rawValue, $0.concept.domain] })
            let hint = nearestName(to: concept ?? "", in: known).map { " Did you mean \($0)?" } ?? ""
            throw Failure.refused("There are no examples of \(concept ?? "").\(hint)")
        }
        var output = StandardOutput()
        var failed = 0
        for example in examples {
            let result = ExampleResult(example, signals: reader.read(example.note.text, region: region).signals)
            guard !result.passes else { continue }
            failed += 1
            try output.write((format == .ndjson ? result.ndjson : result.text) + "\n")
        }
        try output.flush()
        if !quiet.isQuiet { Terminal.tell("\(counted(examples.count, "example")): \(grouped(failed)) failed.") }
        if failed > 0 { throw ExitStatus.refused.exitCode }
    }
}
