import ArgumentParser

/// The command line: `visitwatch COMMAND`.
@main
struct Visitwatch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visitwatch",
        abstract: "Reads home-care visit reports, follows each client against their own usual, and says who needs a look.",
        discussion: """
            Reports become signals, signals become trends, trends become alerts, alerts become a digest for the care \
            coordinator. The coordinator decides; the program proposes and quotes its reasons.

            Exit status: 0 done; 1 done, but records were put aside or a delivery failed; 2 nothing done: bad usage or bad \
            config; 3 another run holds the store; 4 the store is damaged or from a newer version; 70 a defect of ours.
            """,
        version: "0.1.0",
        subcommands: Self.commands)

    static func main() async {
        Terminal.ignoreClosedPipes()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.leave(after: error, parsedBy: Self.self)
        }
    }
}
