package import Reports
package import TextMatching

/// Reads notes one after another; keeps only what speeds up the next one, so use one a worker.
package struct NoteReader: Sendable {
    private let lexicon: Lexicon
    private var tokenizer: Tokenizer
    private var sentences: SentenceReader

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        tokenizer = Tokenizer(forms: lexicon.forms)
        sentences = SentenceReader(lexicon)
    }

    /// The signals of a report's note in order of their evidence, one a concept and assertion; readings each.
    package mutating func signals(in report: VisitReport) -> [Signal] {
        read(report.note, region: report.region).signals
    }

    /// A note with everything that was seen on the way to its signals.
    package mutating func read(_ note: String, region: String?) -> NoteReading {
        let bytes = Array(note.utf8)
        let tokens = DictatedPunctuation.applied(to: tokenizer.tokens(in: bytes, region: region), bytes: bytes)
        let (findings, cues) = sentences.standing(in: tokens, region: region)
        let context = ClauseContext(
            lexicon: lexicon, tokens: tokens, findings: findings, cues: cues, bytes: bytes)
        var signals: [Signal] = []
        for index in findings.indices {
            guard let assertion = context.assertion(of: index) else { continue }
            add(findings[index], assertion, tokens, to: &signals)
        }
        signals += lexicon.readings.readings(in: tokens, bytes: bytes, region: region)
        return NoteReading(
            tokens: tokens, findings: findings, cues: cues, signals: Self.once(signals))
    }

    private func add(_ finding: WordingMatch, _ assertion: Assertion, _ tokens: [Token], to signals: inout [Signal]) {
        let start = Int(tokens[finding.match.first].start)
        let end = Int(tokens[finding.match.last].end)
        for concept in lexicon.concepts[finding.entry] {
            signals.append(
                Signal(
                    concept: concept, assertion: assertion, start: start, end: end,
                    source: lexicon.sources[finding.entry]))
        }
    }

    /// The first mention of each concept and assertion; every reading.
    private static func once(_ signals: [Signal]) -> [Signal] {
        let ordered = signals.indices.sorted { a, b in
            let (x, y) = (signals[a], signals[b])
            return (x.start, x.end, a) < (y.start, y.end, b)
        }
        var kept: [Signal] = []
        for index in ordered {
            let signal = signals[index]
            let isKnown = kept.contains { $0.concept == signal.concept && $0.assertion == signal.assertion }
            if signal.concept.isReading || !isKnown { kept.append(signal) }
        }
        return kept
    }
}

/// What was seen in a note.
package struct NoteReading: Sendable {
    package var tokens: [Token]
    package var findings: [WordingMatch]
    package var cues: [CueMatch]
    package var signals: [Signal]
}

/// A wording of the lexicon that stands in the note.
package struct WordingMatch: Hashable, Sendable {
    package var match: PhraseMatch
    /// Index of the lexicon's entry.
    package var entry: Int
}

/// A context cue that stands in the note.
package struct CueMatch: Hashable, Sendable {
    package var match: PhraseMatch
    package var cue: ContextCue.Sense
    /// Number of the cue in the lexicon.
    package var index: Int
}
