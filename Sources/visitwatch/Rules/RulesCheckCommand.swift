import ArgumentParser
import Rulebook

/// `visitwatch rules check`: everything that is wrong with the config at once.
struct RulesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "All that is wrong with the config, with its place and how to mend it.",
        discussion: "The exit status is 2 when there are errors; warnings alone leave it at 0.")

    @OptionGroup var config: ConfigOption
    @Option(help: "For people (text), for programs (ndjson), or for editors and code hosts (sarif 2.1.0).")
    var format = ProblemFormat.text
    @OptionGroup var quiet: QuietOption

    func run() throws {
        let problems = Rulebook.check(folder: config.folder)
        let errors = problems.count { $0.severity == .error }
        switch format {
        case .text: try StandardOutput.write(problems.map { $0.rendered + "\n\n" }.joined())
        case .ndjson: try StandardOutput.write(problems.map { $0.ndjson + "\n" }.joined())
        case .sarif: try StandardOutput.write(SARIFLog(problems).json)
        }
        if !quiet.isQuiet { Terminal.tell(verdict(errors: errors, warnings: problems.count - errors)) }
        if errors > 0 { throw ExitStatus.refused.exitCode }
    }

    private func verdict(errors: Int, warnings: Int) -> String {
        let what = config.folder.map { "The config in \($0)" } ?? "The built-in config"
        guard errors + warnings > 0 else { return "\(what) is in order." }
        return "\(what) has \(counted(errors, "error")) and \(counted(warnings, "warning"))."
    }
}

/// How the mistakes of a config are written down.
enum ProblemFormat: String, CaseIterable, ExpressibleByArgument {
    case text, ndjson, sarif
}
