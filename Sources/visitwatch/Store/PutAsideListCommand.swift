import ArgumentParser
import Casebook
import Reports

/// `visitwatch store put-aside list`: where each record stood and what is wrong with it.
struct PutAsideListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "One line a record: where it stood and what is wrong.",
        discussion: """
            The records' own words are shown only when asked for.

              visitwatch store put-aside list
              visitwatch store put-aside list --raw --format ndjson
            """)

    @Flag(name: .customLong("raw"), help: "Show the records themselves; they may hold clients' words.") var showsRaw = false
    @OptionGroup var store: StoreOption
    @Option(help: "For people (text) or for programs (ndjson).") var format = OutputFormat.text

    func run() throws {
        let book = try Casebook.openForReading(at: store.path)
        var output = StandardOutput()
        for stored in try book.putAside() {
            try output.write(format == .ndjson ? line(stored) : Array(text(stored).utf8))
        }
        try output.flush()
    }

    private func text(_ stored: StoredPutAside) -> String {
        let raw = showsRaw ? "    " + printable(String(decoding: stored.record.raw.prefix(2_000), as: UTF8.self)) + "\n" : ""
        return printable(stored.record.asLine) + "\n" + raw
    }

    private func line(_ stored: StoredPutAside) -> [UInt8] {
        let record = stored.record
        var line = Array("{\"file\":".utf8)
        line.appendQuoted(record.place.file)
        line.append(contentsOf: ",\"line\":\(record.place.line),\"byte\":\(record.place.byte),\"reason\":".utf8)
        line.appendQuoted(record.reason)
        line.append(contentsOf: ",\"length\":\(record.length)".utf8)
        if showsRaw {
            line.append(contentsOf: ",\"raw\":".utf8)
            line.appendQuoted(String(decoding: record.raw, as: UTF8.self))
        }
        line.append(contentsOf: "}\n".utf8)
        return line
    }
}
