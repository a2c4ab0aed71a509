import Casebook
import Foundation
import Rulebook

/// A rulebook by what a user calls it: a config folder, `built-in`, `last` for that of the store's newest run, or the first
/// digits of a hash that the store knows.
struct NamedRulebook {
    let name: String
    let files: ConfigFiles

    init(_ name: String, store: String) throws {
        self.name = name
        if name == "built-in" {
            files = .builtIn
        } else if Self.isFolder(name) {
            var problems: [RulebookProblem] = []
            files = ConfigFiles.load(folder: name, problems: &problems)
            if !problems.isEmpty { throw RulebookErrors(problems) }
        } else {
            files = try Self.kept(name, in: store)
        }
    }

    private static func kept(_ name: String, in store: String) throws -> ConfigFiles {
        let book = try Casebook.openForReading(at: store)
        let known = try book.rulebooks().map(\.hash)
        let wanted = try name == "last" ? book.rulebookInForce() : name
        let digits = wanted.map { $0.hasPrefix("sha256:") ? String($0.dropFirst(7)) : $0 } ?? ""
        let matches = known.filter { $0.dropFirst(7).hasPrefix(digits) }
        guard let hash = matches.first, matches.count == 1, !digits.isEmpty, let stored = try book.rulebook(hash) else {
            throw Failure.refused(
                matches.count > 1
                    ? "Several rulebooks begin with \(printable(name)); write more digits."
                    : "\(printable(name)) is no folder, and the store knows no rulebook of that hash. See: visitwatch rules history"
            )
        }
        return ConfigFiles(stored: stored, named: String(hash.dropFirst(7).prefix(8)))
    }

    private static func isFolder(_ path: String) -> Bool {
        let url = URL(filePath: path, directoryHint: .isDirectory)
        return (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
    }
}
