import ArgumentParser

/// `visitwatch store put-aside`: records that could not be read.
struct PutAsideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "put-aside",
        abstract: "List the records that could not be read, or read them again.",
        subcommands: [PutAsideListCommand.self, PutAsideRetryCommand.self])
}
