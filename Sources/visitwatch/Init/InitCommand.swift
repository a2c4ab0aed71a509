import ArgumentParser
import Rulebook

/// `visitwatch init`: an agency's own copy of the config.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "An agency's own copy of the config, ready to tune.",
        discussion: """
            Files that are there already are kept as they are. A folder called config is found by itself; any other is named \
            with --config.
            """)

    @Argument(help: "Folder to write the config into.") var dir: String
    @OptionGroup var quiet: QuietOption

    func run() throws {
        let copies: [ConfigCopy]
        do throws(ConfigCopyError) {
            copies = try ConfigCopy.write(to: dir)
        } catch {
            throw Failure.refused(error.description)
        }
        let folder = dir.hasSuffix("/") ? dir : dir + "/"
        try StandardOutput.write(
            copies.map { "\($0.outcome == .written ? "wrote" : "kept ")  \(folder)\($0.path)\n" }.joined())
        guard !quiet.isQuiet else { return }
        let kept = copies.count { $0.outcome == .kept }
        Terminal.tell(
            "\(counted(copies.count - kept, "file")) written, \(grouped(kept)) kept. Check a change with: "
                + "visitwatch rules check --config \(dir)")
    }
}
