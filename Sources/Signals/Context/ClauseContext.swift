import TextMatching

/// Decides the assertion of each finding by the cues of its sentence (ConText, scope by clause).
struct ClauseContext {
    let lexicon: Lexicon
    let tokens: [Token]
    let bytes: [UInt8]
    private let cues: [CueMatch]
    /// Token index of the hard border that ends each token's sentence.
    private let sentenceEnd: [Int]

    init(lexicon: Lexicon, tokens: [Token], cues: [CueMatch], bytes: [UInt8]) {
        self.lexicon = lexicon
        self.tokens = tokens
        self.bytes = bytes
        self.cues = cues
        var ends = [Int](repeating: tokens.count, count: tokens.count)
        var end = tokens.count
        for index in tokens.indices.reversed() {
            if tokens[index].id == .hardBorder { end = index }
            ends[index] = end
        }
        sentenceEnd = ends
    }

    /// nil when the words are a template's heading and tell nothing.
    func assertion(of finding: WordingMatch) -> Assertion? {
        let entry = lexicon.entries[finding.entry]
        if isUndone(finding, entry) { return nil }
        if let fixed = entry.assertion { return fixed }
        switch templateAnswer(to: finding.match) {
        case .negative: return .absent
        case .affirmative: return .present
        case .ownText: return nil
        case .none: break
        }
        var kinds = Set<ContextCue.Kind>()
        for cue in nearbyCues(finding.match) where isInScope(cue, finding, entry) { kinds.insert(cue.cue.kind) }
        if kinds.contains(.other), let concept = entry.concept, !lexicon.aboutAnyone.contains(concept) { return .other }
        if kinds.contains(.hypothetical) { return .hypothetical }
        if kinds.contains(.absent) { return .absent }
        if kinds.contains(.historical) { return .historical }
        return kinds.contains(.possible) ? .possible : .present
    }

    private func nearbyCues(_ match: PhraseMatch) -> [CueMatch] {
        let end = sentenceEnd[match.first]
        return cues.filter { sentenceEnd[$0.match.first] == end }
    }

    private func isInScope(_ cue: CueMatch, _ finding: WordingMatch, _ entry: LexiconEntry) -> Bool {
        let match = finding.match
        guard !cue.match.overlaps(match) else { return false }
        switch cue.cue.kind {
        case .absent, .possible, .historical, .hypothetical, .other: break
        default: return false
        }
        let isBefore = cue.match.first < match.first
        switch cue.cue.side {
        case .before: guard isBefore || cue.match.last < match.last else { return false }
        case .after: guard !isBefore else { return false }
        case .around: break
        case .sentence: return true
        }
        if !isBefore && cue.match.last < match.last { return true }
        let gap =
            isBefore
            ? (cue.match.last + 1)..<max(cue.match.last + 1, match.first)
            : (match.last + 1)..<max(match.last + 1, cue.match.first)
        guard gap.count <= cue.cue.reach, !isEnded(cue, gap) else { return false }
        let borders = gap.filter { tokens[$0].id == .softBorder }
        guard let first = borders.first, let last = borders.last else { return true }
        guard cue.cue.kind == .absent, isBefore, entry.concept.map({ !lexicon.goodNews.contains($0) }) ?? false else {
            return false
        }
        return isList(from: gap.lowerBound, firstBorder: first, lastBorder: last, borders: borders, match)
    }

    private func isEnded(_ cue: CueMatch, _ gap: Range<Int>) -> Bool {
        cues.contains { other in
            guard gap.contains(other.match.first) else { return false }
            switch other.cue.kind {
            case .terminator: return true
            case .subject: return cue.cue.kind == .absent || cue.cue.kind == .other
            default: return false
            }
        }
    }

    /// "no falls, pain or marks": short items, the last behind "or", or the finding alone between its borders.
    private func isList(
        from start: Int, firstBorder: Int, lastBorder: Int, borders: [Int], _ match: PhraseMatch
    ) -> Bool {
        guard firstBorder > start else { return false }
        var previous = start
        for border in borders {
            guard border - previous <= 4 else { return false }
            previous = border + 1
        }
        let end = sentenceEnd[match.first]
        let segmentEnd = (match.last + 1..<max(match.last + 1, end)).first { tokens[$0].isBorder } ?? end
        let isAlone = segmentEnd - (lastBorder + 1) - match.wordCount <= 1
        return isAlone || (start..<end).contains { lexicon.isListEnd(tokens[$0].id) }
    }

    // MARK: - Templates

    private enum Answer { case none, negative, affirmative, ownText }

    /// What stands behind the colon of "Falls: No"; also the answer to "Any falls? None".
    private func templateAnswer(to match: PhraseMatch) -> Answer {
        let end = sentenceEnd[match.first]
        guard end < tokens.count else { return .none }
        let isQuestion = tokens[end].end > tokens[end].start && bytes[Int(tokens[end].start)] == 0x3f
        let colon = (match.last + 1...max(match.last + 1, min(match.last + 3, end))).first { index in
            index < tokens.count && (tokens[index].id == .colon || (index == end && isQuestion))
        }
        guard let colon, (match.last + 1..<colon).allSatisfy({ !tokens[$0].isBorder }) else { return .none }
        let answers = cues.filter { $0.match.first == colon + 1 }
        if answers.contains(where: { $0.cue.kind == .answerNo }) { return .negative }
        if answers.contains(where: { $0.cue.kind == .answerYes }) { return .affirmative }
        guard tokens[colon].id == .colon else { return .none }
        let start = (0..<match.first).last { tokens[$0].isBorder }.map { $0 + 1 } ?? 0
        let hasText = colon + 1 < tokens.count && !tokens[colon + 1].isBorder
        return hasText && match.last - start < 4 ? .ownText : .none
    }

    /// A refusal that the same or the next sentence takes back.
    private func isUndone(_ finding: WordingMatch, _ entry: LexiconEntry) -> Bool {
        guard let concept = entry.concept, lexicon.untilAccepted.contains(concept) else { return false }
        return cues.contains { cue in
            cue.cue.kind == .accepted && cue.match.first > finding.match.first && !cue.match.overlaps(finding.match)
                && cue.match.first - finding.match.last <= cue.cue.reach
        }
    }
}
