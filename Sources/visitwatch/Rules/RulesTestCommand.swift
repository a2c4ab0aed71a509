import ArgumentParser
import Reports
import Rulebook
import Signals

/// `visitwatch rules test`: whether the rulebook does what its own tests and examples say.
struct RulesTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Runs the rulebook's own tests: those beside rules and measures, notes, and the lexicon's examples.",
        discussion: """
            A test beside a rule is a short history and what the rule must make of it:

              tests:
                - name: six misses in three weeks
                  visits: "taken x20, refused, taken x2, refused x3"
                  expect: "medium alert at visit 26"

              visitwatch rules test --only fall --only mobility
              visitwatch rules test --changes --config mine

            In the lexicon, says: must tell the concept and not: must not. The exit status is 2 when a test fails.
            """)

    @OptionGroup var config: ConfigOption
    @Option(
        name: [.customLong("only"), .customLong("concept")],
        help: ArgumentHelp("Only of this rule, measure, concept or domain; notes for those of tests/.", valueName: "name"))
    var only: [String] = []
    @Option(help: "Read the lexicon's examples as notes from this region.") var region: String?
    @Flag(name: .customLong("changes"), help: "Change each number of the rules in turn, and tell which change no test notices.")
    var triesChanges = false
    @Flag(help: "Write what came into the files, where a test beside a rule expects something else.") var accept = false
    @Option(help: "For people (text) or for programs (ndjson).") var format = OutputFormat.text
    @OptionGroup var quiet: QuietOption

    func run() throws {
        let rulebook = try config.rulebook()
        var suite = try RulebookTests(rulebook, only: only, region: region)
        guard only.isEmpty || suite.count > 0 else {
            let hint = nearestName(to: only[0], in: suite.names).map { " Did you mean \($0)?" } ?? ""
            throw Failure.refused("There are no tests of \(only.joined(separator: ", ")).\(hint)")
        }
        var output = StandardOutput()
        var failed = 0
        try suite.run { failure in
            if accept, try failure.accept() { return }
            failed += 1
            try output.write((format == .ndjson ? failure.ndjson : failure.text) + "\n")
        }
        var unnoticed = 0
        if triesChanges { unnoticed = try tellUnnoticed(rulebook, &output) }
        try output.flush()
        if !quiet.isQuiet { Terminal.tell("\(counted(suite.count, "test")): \(grouped(failed)) failed.") }
        if failed + unnoticed > 0 { throw ExitStatus.refused.exitCode }
    }

    private func tellUnnoticed(_ rulebook: Rulebook, _ output: inout StandardOutput) throws -> Int {
        let changes = RuleChanges(rulebook) { subject in
            only.isEmpty || subject.names(rulebook).contains(where: only.contains)
        }
        var progress = Progress(total: changes.all.count, unit: "changes", isShown: !quiet.isQuiet)
        var unnoticed = 0
        for (index, change) in changes.all.enumerated() {
            progress.show(done: index, count: index)
            guard let witnesses = changes.witnesses(of: change) else { continue }
            if witnesses.isEmpty { unnoticed += 1 }
            if format == .ndjson { try output.write(change.ndjson(witnesses) + "\n") }
            guard format == .text, witnesses.isEmpty else { continue }
            progress.clear()
            try output.write(change.text + "\n")
        }
        progress.clear()
        if !quiet.isQuiet {
            Terminal.tell("\(counted(changes.all.count, "change")) tried: \(grouped(unnoticed)) unnoticed by any test.")
        }
        return unnoticed
    }
}
