import ArgumentParser

/// `visitwatch store`: care of the store itself.
struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Verify the store; see and retry what was put aside.",
        subcommands: [StoreVerifyCommand.self, PutAsideCommand.self])
}
