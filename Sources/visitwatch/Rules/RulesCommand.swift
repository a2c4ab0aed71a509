import ArgumentParser

/// `visitwatch rules`: the config in force.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Check, test, explain and compare rulebooks.",
        subcommands: [
            RulesCheckCommand.self, RulesTestCommand.self, RulesExplainCommand.self, RulesSchemaCommand.self,
            RulesBacktestCommand.self, RulesSuggestCommand.self, RulesReportCommand.self, RulesDiffCommand.self,
            RulesHistoryCommand.self,
        ])
}
