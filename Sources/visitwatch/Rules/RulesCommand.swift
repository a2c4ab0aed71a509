import ArgumentParser

/// `visitwatch rules`: the config in force.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Check, test and explain the config in force.",
        subcommands: [RulesCheckCommand.self, RulesTestCommand.self, RulesExplainCommand.self])
}
