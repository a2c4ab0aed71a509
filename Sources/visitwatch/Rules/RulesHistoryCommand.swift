import ArgumentParser
import Casebook
import Foundation
import Reports
import Rulebook

/// `visitwatch rules history`: every rulebook that the store's alerts were raised with.
struct RulesHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Every rulebook that the store's alerts were raised with; with a hash, its files.",
        discussion: """
              visitwatch rules history
              visitwatch rules history 3f9a02c1 --out as-it-was
            """)

    @Argument(help: "The first digits of a hash, or last.") var rulebook: String?
    @Option(name: .customLong("out"), help: ArgumentHelp("Write its files here, below built-in/ and agency/.", valueName: "dir"))
    var folder: String?
    @OptionGroup var store: StoreOption

    func validate() throws {
        if (rulebook == nil) != (folder == nil) { throw ValidationError("A hash goes with --out DIR, and --out with a hash.") }
    }

    func run() throws {
        guard let rulebook, let folder else { return try list() }
        let files = try NamedRulebook(rulebook, store: store.path).files
        for (path, text) in files.stored.sorted(by: { $0.key < $1.key }) {
            let url = URL(filePath: folder, directoryHint: .isDirectory).appending(path: path)
            do {
                try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: url, options: .withoutOverwriting)
            } catch {
                throw Failure.refused("\(url.relativePath) could not be written; files that exist are never overwritten.")
            }
        }
    }

    private func list() throws {
        for used in try Casebook.openForReading(at: store.path).rulebooks() {
            let dates = [used.firstUsed, used.lastUsed].compactMap { $0?.iso8601.prefix(10) }.joined(separator: " to ")
            try StandardOutput.write("\(used.hash)  \(counted(used.runs, "run"))  \(dates)\n")
        }
    }
}
