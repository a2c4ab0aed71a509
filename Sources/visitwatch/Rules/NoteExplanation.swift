import Signals
import TextMatching

/// What was seen in a note on the way to its signals, in words for people.
struct NoteExplanation {
    private let bytes: [UInt8]
    private let reading: NoteReading
    private let lexicon: Lexicon
    private let entries: [LexiconEntry]

    init(note: String, reading: NoteReading, lexicon: Lexicon, entries: [LexiconEntry]) {
        bytes = Array(note.utf8)
        self.reading = reading
        self.lexicon = lexicon
        self.entries = entries
    }

    var text: String {
        section("words", [words])
            + section("phrases", reading.findings.map(phrase))
            + section("context", reading.cues.map(cue))
            + section("signals", reading.signals.map(signal))
    }

    /// A phrase can be met on several ways through its gaps; it is told once.
    private func section(_ title: String, _ lines: [String]) -> String {
        var told: Set<String> = []
        let once = lines.filter { told.insert($0).inserted }
        return title + "\n" + (once.isEmpty ? ["–"] : once).map { "  " + $0 + "\n" }.joined()
    }

    private var words: String { reading.tokens.map { lexicon.forms.vocabulary.word($0.id) }.joined(separator: " ") }

    private func phrase(_ finding: WordingMatch) -> String {
        let entry = entries[finding.entry]
        let concepts = ([entry.concept].compactMap(\.self) + entry.also).map(\.rawValue).joined(separator: ", ")
        let fixed = entry.assertion.map { " as \($0.rawValue)" } ?? ""
        return quoted(finding.match).padded(32) + (concepts + fixed).padded(32) + place(entry.phrase)
    }

    private func cue(_ cue: CueMatch) -> String {
        let scope =
            switch cue.cue.side {
            case .before: "what follows"
            case .list: "what follows, and its list"
            case .after: "what comes before"
            case .around: "its clause"
            case .sentence: "the rest of its sentence"
            case .back: "what was just said"
            }
        let reach = ", \(cue.cue.reach) words"
        return quoted(cue.match).padded(32) + "\(cue.cue.kind.rawValue) → \(scope)\(reach)".padded(32)
            + place(lexicon.cues[cue.index].phrase)
    }

    private func signal(_ signal: Signal) -> String {
        let words = "“" + printable(String(decoding: bytes[signal.start..<signal.end], as: UTF8.self)) + "”"
        let value = signal.reading.map { "  = " + $0 } ?? ""
        return words.padded(32) + "\(signal.concept) \(signal.assertion.rawValue)\(value)".padded(32) + signal.source
    }

    private func quoted(_ match: PhraseMatch) -> String {
        let range = Int(reading.tokens[match.first].start)..<Int(reading.tokens[match.last].end)
        return "“" + printable(String(decoding: bytes[range], as: UTF8.self)) + "”"
    }

    private func place(_ phrase: PhraseSource) -> String { "\(phrase.file):\(phrase.line)" }
}
