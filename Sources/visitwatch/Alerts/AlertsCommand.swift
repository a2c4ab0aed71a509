import ArgumentParser

/// `visitwatch alerts`: what the reports raised.
struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "List alerts, or show one with its reasons and history.",
        subcommands: [AlertsListCommand.self, AlertsShowCommand.self])
}
