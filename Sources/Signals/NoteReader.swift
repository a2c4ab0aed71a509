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
        let tokens = lexicon.dictation.applied(to: tokenizer.tokens(in: bytes, region: region), bytes: bytes)
        let (findings, cues) = sentences.standing(in: tokens, region: region)
        let context = ClauseContext(
            lexicon: lexicon, tokens: tokens, findings: findings, cues: cues, bytes: bytes)
        var mentions: [Mention] = []
        for index in findings.indices {
            guard let assertion = context.assertion(of: index) else { continue }
            add(findings[index], assertion, tokens, sentence: context.sentenceEnd[findings[index].match.first], to: &mentions)
        }
        dropOutweighed(&mentions)
        let readings = lexicon.readings.readings(in: tokens, bytes: bytes, region: region)
        return NoteReading(
            tokens: tokens, findings: findings, cues: cues, signals: merged(firstOf(&mentions), readings))
    }

    /// A concept told at a place; signals are made of those alone that stand.
    private struct Mention {
        var start: UInt32
        var end: UInt32
        var order: Int
        var entry: Int
        var concept: Int
        var assertion: Assertion
        var details: [SignalDetail]
        var sentence: Int
        /// Tokens `first ... last`.
        var first: Int
        var last: Int

        var counts: Bool { assertion == .present || assertion == .possible }
    }

    /// How many tokens away the weightier finding may stand.
    private static let weighingReach = 6

    /// "gave her the evening pills by mistake" tells the mistake, not that her medicine was taken.
    private func dropOutweighed(_ mentions: inout [Mention]) {
        let dropped = mentions.indices.filter { index in
            let mention = mentions[index]
            guard mention.counts, let weightier = lexicon.outweighing[mention.concept] else { return false }
            return mentions.contains { other in
                other.sentence == mention.sentence && other.counts && weightier.contains(other.concept)
                    && max(other.first - mention.last, mention.first - other.last) <= Self.weighingReach
            }
        }
        for index in dropped.reversed() { mentions.remove(at: index) }
    }

    private func add(
        _ finding: WordingMatch, _ assertion: Assertion, _ tokens: [Token], sentence: Int, to mentions: inout [Mention]
    ) {
        let (start, end) = (tokens[finding.match.first].start, tokens[finding.match.last].end)
        for concept in lexicon.conceptNumbers[finding.entry] {
            mentions.append(
                Mention(
                    start: start, end: end, order: mentions.count, entry: finding.entry, concept: concept,
                    assertion: assertion, details: details(of: concept, finding), sentence: sentence,
                    first: finding.match.first, last: finding.match.last))
        }
    }

    private func details(of concept: Int, _ finding: WordingMatch) -> [SignalDetail] {
        finding.details.isEmpty ? [] : finding.details.filter { lexicon.detailKinds[concept].contains($0.kind) }
    }

    /// The first mention of each concept and assertion as signals, with the details that later mentions add.
    private func firstOf(_ mentions: inout [Mention]) -> [Signal] {
        mentions.sort { a, b in (a.start, a.end, a.order) < (b.start, b.end, b.order) }
        var signals: [Signal] = []
        signals.reserveCapacity(mentions.count)
        var numbers: [Int] = []
        for mention in mentions {
            let known = numbers.indices.first { place in
                numbers[place] == mention.concept && signals[place].assertion == mention.assertion
            }
            if let known {
                if !mention.details.isEmpty { signals[known].add(mention.details) }
                continue
            }
            numbers.append(mention.concept)
            signals.append(
                Signal(
                    concept: lexicon.concepts[mention.concept], assertion: mention.assertion, start: Int(mention.start),
                    end: Int(mention.end), details: mention.details, source: lexicon.sources[mention.entry]))
        }
        return signals
    }

    /// All in order of their evidence.
    private func merged(_ signals: [Signal], _ readings: [Signal]) -> [Signal] {
        if readings.isEmpty { return signals }
        let all = signals + readings
        return all.indices.sorted { a, b in
            (all[a].start, all[a].end, a) < (all[b].start, all[b].end, b)
        }.map { all[$0] }
    }
}

extension Signal {
    /// Adds the details of kinds that are not yet told.
    fileprivate mutating func add(_ more: [SignalDetail]) {
        let new = more.filter { detail in !details.contains { $0.kind == detail.kind } }
        guard !new.isEmpty else { return }
        details = SignalDetail.Kind.allCases.compactMap { kind in (details + new).first { $0.kind == kind } }
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
    /// What the sentence tells of it beside.
    package var details: [SignalDetail] = []
}

/// A context cue that stands in the note.
package struct CueMatch: Hashable, Sendable {
    package var match: PhraseMatch
    package var cue: ContextCue.Sense
    /// Number of the cue in the lexicon.
    package var index: Int
}
