import ArgumentParser

/// `visitwatch alerts`: what the reports raised.
struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "List alerts, show one with its reasons and history, and decide about them.",
        subcommands: [
            AlertsListCommand.self, AlertsShowCommand.self, AlertsAcknowledgeCommand.self, AlertsAssignCommand.self,
            AlertsSnoozeCommand.self, AlertsDismissCommand.self, AlertsResolveCommand.self, AlertsNoteCommand.self,
            AlertsUndoCommand.self,
        ])
}
