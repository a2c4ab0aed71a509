import Rulebook
import Signals

/// How the lexicon reads one of its examples.
struct ExampleResult {
    let passes: Bool
    private let example: LexiconExample
    /// How the concept was read where it was not told.
    private let readAs: Signal?

    init(_ example: LexiconExample, signals: [Signal]) {
        self.example = example
        let mentions = signals.filter { $0.concept == example.concept }
        readAs = mentions.first(where: \.counts) ?? mentions.first
        passes = mentions.contains(where: \.counts) == example.isTold
    }

    private var place: String { "\(example.note.file):\(example.note.line):\(example.note.column)" }

    var text: String {
        let wish = example.isTold ? "should tell" : "must not tell"
        let reading = readAs.map { "read as \($0.assertion.rawValue) by \($0.source)" } ?? "not found"
        return "\(place)  \(wish) \(example.concept) (\(reading))\n   | \(printable(example.note.text))"
    }

    var ndjson: String {
        var line: [UInt8] = Array("{\"file\":".utf8)
        line.appendQuoted(example.note.file)
        line.append(contentsOf: ",\"line\":\(example.note.line),\"column\":\(example.note.column),\"concept\":".utf8)
        line.appendQuoted(example.concept.rawValue)
        line.append(contentsOf: ",\"told\":\(example.isTold),\"note\":".utf8)
        line.appendQuoted(example.note.text)
        if let readAs {
            line.append(contentsOf: ",\"read_as\":\"\(readAs.assertion.rawValue)\",\"source\":".utf8)
            line.appendQuoted(readAs.source)
        }
        return String(decoding: line, as: UTF8.self) + "}"
    }
}
