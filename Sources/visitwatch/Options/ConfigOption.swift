import ArgumentParser
import Foundation
import Rulebook

/// Which config is in force.
struct ConfigOption: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: ArgumentHelp(
            "Folder of the agency's config; its files lie over the built-in ones. (default: ./config if there is one)",
            valueName: "dir"))
    var given: String?

    /// Nil for the built-in config alone.
    var folder: String? { given ?? (isFolder("config") ? "config" : nil) }

    func rulebook() throws(RulebookErrors) -> Rulebook { try Rulebook.load(folder: folder) }

    private func isFolder(_ path: String) -> Bool {
        let url = URL(filePath: path, directoryHint: .isDirectory)
        return (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
    }
}
