import TextMatching

/// Decides the assertion of each finding by the cues of its sentence (ConText, scope by clause).
///
/// A cue reaches a finding when it is near enough, no other clause begins between them, and no finding between them has
/// already taken it. Every look is at the near tokens only, so that the cost of a note grows with its length.
struct ClauseContext {
    let lexicon: Lexicon
    let tokens: [Token]
    let bytes: [UInt8]
    /// In order of their first token.
    let findings: [WordingMatch]
    let cues: CuesInOrder
    /// Token index of the hard border that ends each token's sentence.
    let sentenceEnd: [Int]
    /// Token index behind the hard border before each token's sentence.
    private let sentenceStart: [Int]

    init(lexicon: Lexicon, tokens: [Token], findings: [WordingMatch], cues: [CueMatch], bytes: [UInt8]) {
        self.lexicon = lexicon
        self.tokens = tokens
        self.bytes = bytes
        self.findings = findings
        self.cues = CuesInOrder(cues)
        var ends = [Int](repeating: tokens.count, count: tokens.count)
        var starts = ends
        var start = 0
        for index in tokens.indices {
            starts[index] = start
            guard tokens[index].id == .hardBorder else { continue }
            for token in start...index { ends[token] = index }
            start = index + 1
        }
        sentenceEnd = ends
        sentenceStart = starts
    }

    /// The assertion of `findings[index]`; nil when the words are a template's heading and tell nothing.
    func assertion(of index: Int) -> Assertion? {
        let finding = findings[index]
        let traits = lexicon.traits[finding.entry]
        if traits.isUntilAccepted, isUndone(finding) { return nil }
        if let fixed = traits.assertion { return settled(fixed, index, traits) }
        switch templateAnswer(to: finding.match, isGoodNews: traits.isGoodNews) {
        case .negative: return .absent
        case .affirmative: return .present
        case .ownText: return nil
        case .none: break
        }
        return strongest(cuesInScope(of: index, traits), traits)
    }

    /// What a wording fixes stands, but "signs of infection" are no doubt where "monitor for" stands before them.
    private func settled(_ fixed: Assertion, _ index: Int, _ traits: WordingTraits) -> Assertion {
        guard fixed == .possible else { return fixed }
        switch strongest(cuesInScope(of: index, traits), traits) {
        case .present, .possible, .historical: return .possible
        case let told: return told
        }
    }

    /// Whom and when a sentence is about comes before whether it is so.
    private func strongest(_ kinds: CueKinds, _ traits: WordingTraits) -> Assertion {
        if kinds.contains(.other), !traits.isAboutAnyone { return .other }
        if kinds.contains(.hypothetical) { return .hypothetical }
        if kinds.contains(.absent) { return .absent }
        if kinds.contains(.historical), !kinds.contains(.recent) { return .historical }
        return kinds.contains(.possible) ? .possible : .present
    }

    private func cuesInScope(of index: Int, _ traits: WordingTraits) -> CueKinds {
        let match = findings[index].match
        let end = sentenceEnd[match.first]
        var kinds = CueKinds()
        // A correction may stand in the first words of the next sentence.
        for cue in cues.beginning(in: sentenceStart[match.first]...end + 3) where cue.cue.kind.isAssertion {
            guard !kinds.contains(cue.cue.kind) else { continue }
            guard sentenceEnd[cue.match.first] == end || isCorrection(cue, ofSentenceTo: end) else { continue }
            if isInScope(cue, index, traits) { kinds.insert(cue.cue.kind) }
        }
        return kinds
    }

    private func isInScope(_ cue: CueMatch, _ index: Int, _ traits: WordingTraits) -> Bool {
        let match = findings[index].match
        if cue.match.overlaps(match) { return speaksOf(match, cue) }
        let isBefore = cue.match.first < match.first
        // In the cue's own gap: "any falls ring the office".
        if isBefore && cue.match.last > match.first { return cue.cue.side != .after }
        // In the finding's own gaps: "legs will today not hold him".
        if !isBefore && cue.match.last < match.last {
            if cue.cue.kind == .absent, saysNo(match) { return false }
            // "she pitched forward, I was too far off".
            if cue.cue.kind == .other, cue.match.wordCount == 1 { return false }
            return cue.cue.kind != .hypothetical && cue.cue.side != .after
        }
        switch cue.cue.side {
        case .before, .list, .sentence: return isBefore && reachesForward(cue, index, traits)
        case .after: return !isBefore && reachesBack(cue, index, traits)
        case .back: return !isBefore && cue.match.first - match.last <= cue.cue.reach
        case .around:
            return isBefore ? reachesForward(cue, index, traits) : reachesBack(cue, index, traits)
        }
    }

    /// A cue that shares words with a finding is about it when it says all of it ("falls clinic", "since her fall"), begins before
    /// it ("will ring the GP") or turns it by what follows ("call 999 if"). A denial that shares words is part of it
    /// ("did not eat").
    private func speaksOf(_ match: PhraseMatch, _ cue: CueMatch) -> Bool {
        let isSame = cue.match.first == match.first && cue.match.words == match.words
        if isSame || cue.match.covers(match) || cue.cue.kind == .possible { return true }
        if cue.cue.side == .after { return cue.cue.kind == .hypothetical && cue.match.last > match.last }
        return cue.match.first < match.first && (cue.cue.kind != .absent || cue.cue.side == .list)
    }

    /// "Found on the floor. Sorry, that was Mrs B": opens the next sentence.
    private func isCorrection(_ cue: CueMatch, ofSentenceTo end: Int) -> Bool {
        cue.cue.side == .back && cue.match.first > end && cue.match.first <= end + 3
            && sentenceEnd[cue.match.first] > end && !tokens[end + 1..<cue.match.first].contains { $0.id == .hardBorder }
    }

    private func reachesForward(_ cue: CueMatch, _ index: Int, _ traits: WordingTraits) -> Bool {
        let match = findings[index].match
        let gap = cue.match.last + 1..<max(cue.match.last + 1, match.first)
        if cue.cue.kind == .other, isCarried(cue, to: match, over: gap) { return true }
        guard gap.count <= cue.cue.reach else { return false }
        if cue.cue.kind == .absent, isEmphasis(cue, match) { return false }
        // A finding in a cue's own gap ("does not always say when she is in pain") has no clause between.
        if cue.match.last < match.first, isEnded(cue, gap.lowerBound...match.first) { return false }
        let isGoodNews = traits.isGoodNews
        if cue.cue.kind == .absent, isGoodNews, gap.count > 2 { return false }
        if cue.cue.kind == .absent || cue.cue.kind == .historical, isTaken(cue, before: index, isGoodNews: isGoodNews) {
            return false
        }
        let borders = gap.filter { tokens[$0].id == .softBorder }
        if borders.isEmpty || cue.cue.side == .sentence { return true }
        guard cue.cue.side == .list || cue.cue.kind == .absent, !isGoodNews else { return false }
        return isList(from: gap.lowerBound, borders: borders, match, isCertain: cue.cue.side == .list)
    }

    /// "Hubby exhausted, snapped at us both": whom a sentence begins with it goes on about until it names another.
    private func isCarried(_ cue: CueMatch, to match: PhraseMatch, over gap: Range<Int>) -> Bool {
        guard cue.cue.side == .before, cue.match.first <= sentenceStart[match.first] + 1, (1...Self.carry).contains(gap.count),
            gap.contains(where: { tokens[$0].id == .softBorder })
        else { return false }
        return !cues.beginning(in: gap.lowerBound...match.first).contains { other in
            other.cue.kind == .subject || other.cue.kind == .terminator
        }
    }

    private static let carry = 9

    private func reachesBack(_ cue: CueMatch, _ index: Int, _ traits: WordingTraits) -> Bool {
        // "toast all gone" is no denial.
        if cue.cue.kind == .absent, traits.isGoodNews { return false }
        let match = findings[index].match
        let gap = match.last + 1..<max(match.last + 1, cue.match.first)
        guard gap.count <= cue.cue.reach, !gap.contains(where: { tokens[$0].isBorder }) else { return false }
        if !gap.isEmpty, isEnded(cue, gap.lowerBound...gap.upperBound - 1) { return false }
        // "was very confused with the UTI in January": a time is of all that is told in one breath.
        if cue.cue.kind == .historical, !gap.contains(where: { lexicon.isListJoin(tokens[$0].id) }) { return true }
        var next = index + 1
        while next < findings.count, findings[next].match.first < cue.match.first {
            if findings[next].match.first > match.last, findings[next].match.last < cue.match.first { return false }
            next += 1
        }
        return true
    }

    /// "ain't had no appetite": a denial before words that begin with one only repeats it.
    private func isEmphasis(_ cue: CueMatch, _ match: PhraseMatch) -> Bool {
        lexicon.isNegator(tokens[match.first].id) && lexicon.isNegator(tokens[cue.match.last].id)
    }

    private func saysNo(_ match: PhraseMatch) -> Bool {
        (match.first...match.last).contains { match.explains($0) && lexicon.isNegator(tokens[$0].id) }
    }

    /// Whether another clause begins between the cue and the finding, or with the finding.
    private func isEnded(_ cue: CueMatch, _ gap: ClosedRange<Int>) -> Bool {
        cues.beginning(in: gap).contains { other in
            guard other.match.first > cue.match.last else { return false }
            switch other.cue.kind {
            case .terminator: return true
            case .subject: return endsAt(other, cue)
            default: return false
            }
        }
    }

    /// "no word that she fell" holds on to its subject, "his wife fell and was taken in" to its person; a plan or a doubt
    /// to any.
    private func endsAt(_ subject: CueMatch, _ cue: CueMatch) -> Bool {
        if cue.cue.kind == .historical, cue.cue.side == .around {
            return subject.match.first > 0 && lexicon.isListJoin(tokens[subject.match.first - 1].id)
        }
        guard cue.cue.side == .before || cue.cue.side == .list else { return false }
        switch cue.cue.kind {
        case .other: return subject.match.wordCount == 1
        case .absent, .historical: return cue.match.wordCount == 1 || subject.match.first > cue.match.last + 1
        case .hypothetical: return cue.cue.side == .before
        default: return false
        }
    }

    /// "no falls just a wobble": a finding between takes the cue, unless both are items of one list.
    private func isTaken(_ cue: CueMatch, before index: Int, isGoodNews: Bool) -> Bool {
        let match = findings[index].match
        var nearest = -1
        var isSpent = false
        var earlier = index - 1
        while earlier >= 0, findings[earlier].match.last >= cue.match.first, findings[earlier].match.last + 64 > match.first {
            let last = findings[earlier].match.last
            let taker = findings[earlier].match
            // Words that deny may be part of another finding ("no appetite tearful"); words about a time or a person are not.
            let sharesWords = cue.cue.kind == .absent && taker.overlaps(cue.match)
            if last < match.first, taker.first > cue.match.last || sharesWords {
                nearest = max(nearest, last)
                isSpent = isSpent || sharesWords
            }
            earlier -= 1
        }
        guard nearest >= 0 else { return false }
        let between = nearest + 1..<match.first
        if isGoodNews || between.count > 4 { return true }
        if between.contains(where: { isConnector(tokens[$0].id) }) { return false }
        let rest = match.last + 1..<min(sentenceEnd[match.first], match.last + 7)
        return isSpent || !between.isEmpty || !rest.contains { lexicon.isListEnd(tokens[$0].id) }
    }

    private func isConnector(_ id: TokenID) -> Bool { id == .softBorder || lexicon.isListEnd(id) || lexicon.isListJoin(id) }

    /// "no falls, pain or marks": short items, the last behind "or", or a bare finding among others.
    private func isList(from start: Int, borders: [Int], _ match: PhraseMatch, isCertain: Bool) -> Bool {
        guard let first = borders.first, let last = borders.last, first > start else { return false }
        var previous = start
        for border in borders {
            guard border - previous <= 4 else { return false }
            previous = border + 1
        }
        let end = sentenceEnd[match.first]
        let segmentEnd = (match.last + 1..<max(match.last + 1, end)).first { tokens[$0].isBorder } ?? end
        let extra = segmentEnd - (last + 1) - match.wordCount
        let isSlashed = borders.allSatisfy { bytes[Int(tokens[$0].start)] == 0x2f }
        let isLong = borders.count > 1 && match.wordCount == 1
        if extra <= 1, isCertain || isSlashed || isLong { return true }
        return (start..<min(end, match.last + 9)).contains { lexicon.isListEnd(tokens[$0].id) }
    }

    /// A refusal that the same or the next sentence takes back.
    private func isUndone(_ finding: WordingMatch) -> Bool {
        cues.near(finding.match).contains { cue in
            cue.cue.kind == .accepted && cue.match.first > finding.match.first && !cue.match.overlaps(finding.match)
                && cue.match.first - finding.match.last <= cue.cue.reach
        }
    }
}

/// A set of kinds, small enough for one per finding.
private struct CueKinds {
    private var bits: UInt32 = 0

    func contains(_ kind: ContextCue.Kind) -> Bool { bits & 1 << kind.place != 0 }

    mutating func insert(_ kind: ContextCue.Kind) { bits |= 1 << kind.place }
}

extension ContextCue.Kind {
    fileprivate var place: UInt32 {
        switch self {
        case .absent: 0
        case .possible: 1
        case .historical: 2
        case .hypothetical: 3
        case .other: 4
        case .recent: 5
        case .terminator, .subject, .accepted, .pseudo, .answerNo, .answerYes: 6
        }
    }

    /// Whether it says something about a finding, and not about other cues.
    var isAssertion: Bool {
        switch self {
        case .absent, .possible, .historical, .hypothetical, .other, .recent: true
        case .terminator, .subject, .accepted, .pseudo, .answerNo, .answerYes: false
        }
    }
}
