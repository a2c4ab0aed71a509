import TextMatching

/// Finds the wordings and cues of a text sentence by sentence, and remembers sentences: carers repeat themselves.
///
/// No phrase crosses a hard border, so a sentence's matches depend on its tokens and the region alone.
struct SentenceReader: Sendable {
    private struct Read: Sendable {
        var ids: [TokenID]
        var region: String?
        var findings: [WordingMatch]
        var cues: [CueMatch]
    }

    private let lexicon: Lexicon
    private var scanner: PhraseScanner
    private var places: [UInt64: Int] = [:]
    private var reads: [Read] = []
    private static let limit = 40_000

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        scanner = PhraseScanner(lexicon.automaton)
    }

    mutating func standing(in tokens: [Token], region: String?) -> (findings: [WordingMatch], cues: [CueMatch]) {
        var findings: [WordingMatch] = []
        var cues: [CueMatch] = []
        findings.reserveCapacity(tokens.count / 4)
        cues.reserveCapacity(tokens.count / 4)
        var start = 0
        while start < tokens.count {
            var end = start
            while end < tokens.count, tokens[end].id != .hardBorder { end += 1 }
            end = min(end + 1, tokens.count)
            let read = self.read(tokens, start..<end, region)
            for finding in reads[read].findings { findings.append(finding.moved(by: start)) }
            for cue in reads[read].cues { cues.append(cue.moved(by: start)) }
            start = end
        }
        return (findings, cues)
    }

    /// The number of the sentence in memory.
    private mutating func read(_ tokens: [Token], _ sentence: Range<Int>, _ region: String?) -> Int {
        var key: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in sentence { key = (key ^ UInt64(tokens[index].id)) &* 0x0000_0100_0000_01b3 }
        for byte in (region ?? "").utf8 { key = (key ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        if let known = places[key], isSame(reads[known], tokens, sentence, region) { return known }
        if reads.count >= Self.limit {
            places = [:]
            reads = []
        }
        let words = Array(tokens[sentence])
        let (standing, cues) = Dominance(lexicon: lexicon, region: region).standing(scanner.matches(in: words))
        let findings = SentenceDetails(standing, in: words, lexicon).findings
        reads.append(Read(ids: words.map(\.id), region: region, findings: findings, cues: cues))
        places[key] = reads.count - 1
        return reads.count - 1
    }

    private func isSame(_ read: Read, _ tokens: [Token], _ sentence: Range<Int>, _ region: String?) -> Bool {
        guard read.ids.count == sentence.count, read.region == region else { return false }
        return read.ids.indices.allSatisfy { read.ids[$0] == tokens[sentence.lowerBound + $0].id }
    }
}

extension WordingMatch {
    fileprivate func moved(by tokens: Int) -> WordingMatch {
        WordingMatch(match: match.moved(by: tokens), entry: entry, details: details)
    }
}

extension CueMatch {
    fileprivate func moved(by tokens: Int) -> CueMatch {
        CueMatch(match: match.moved(by: tokens), cue: cue, index: index)
    }
}
