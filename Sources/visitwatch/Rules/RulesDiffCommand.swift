import ArgumentParser
import Rulebook

/// `visitwatch rules diff`: what changed between two rulebooks, in words.
struct RulesDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What changed between two rulebooks, in words.",
        discussion: """
              visitwatch rules diff built-in mine
              visitwatch rules diff 3f9a02c1 last --store visitwatch.sqlite

            A rulebook is a config folder, built-in, last (of the store's newest run), or the first digits of the hash that \
            alerts bear.
            """)

    @Argument(help: "The older rulebook.") var old: String
    @Argument(help: "The newer rulebook.") var new: String
    @OptionGroup var store: StoreOption
    @Option(help: "For people (text) or for programs (ndjson).") var format = OutputFormat.text
    @OptionGroup var quiet: QuietOption

    func run() throws {
        let (before, after) = (try NamedRulebook(old, store: store.path), try NamedRulebook(new, store: store.path))
        let changes = RulebookDifference(from: before.files, to: after.files).changes
        var output = StandardOutput()
        var file = ""
        for change in changes {
            if format == .text, change.file != file { try output.write(change.file + "\n") }
            file = change.file
            try output.write(format == .text ? "  \(printable(change.sentence))\n" : change.ndjson + "\n")
        }
        try output.flush()
        if !quiet.isQuiet { Terminal.tell(changes.isEmpty ? "The two say the same." : "\(counted(changes.count, "change")).") }
    }
}

extension RulebookDifference.Change {
    fileprivate var ndjson: String {
        var members: [JSONValue.Member] = [.init("file", .text(file)), .init("what", .text(what))]
        if let old { members.append(.init("old", .text(old))) }
        if let new { members.append(.init("new", .text(new))) }
        return JSONValue.object(members).written()
    }
}
