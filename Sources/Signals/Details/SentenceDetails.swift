import TextMatching

/// Gives each finding of a sentence the particulars told of it: each goes to the nearest finding that takes its kind.
struct SentenceDetails {
    let lexicon: Lexicon
    let tokens: [Token]
    /// In order of their first token.
    private(set) var findings: [WordingMatch]

    /// A comma between is worth this many words.
    private static let borderCost = 5
    private static let reach = 14

    init(_ findings: [WordingMatch], in tokens: [Token], _ lexicon: Lexicon) {
        self.lexicon = lexicon
        self.tokens = tokens
        self.findings = findings
        if findings.isEmpty { return }
        assign(lexicon.details.matches(in: tokens))
        for index in findings.indices where self.findings[index].details.count > 1 {
            self.findings[index].details.sort { Self.place(of: $0) < Self.place(of: $1) }
        }
    }

    private static func place(of detail: SignalDetail) -> Int {
        SignalDetail.Kind.allCases.firstIndex(of: detail.kind) ?? 0
    }

    private mutating func assign(_ matches: [DetailTable.Match]) {
        for match in matches where !isPartOfLonger(match, in: matches) {
            guard let owner = nearest(to: match) else { continue }
            let detail = SignalDetail(kind: match.kind, value: match.value ?? words(of: match))
            // Wordings of other concepts with the same words are told the same.
            for index in findings.indices where findings[index].match.first == findings[owner].match.first {
                guard takes(match.kind, index), !findings[index].details.contains(where: { $0.kind == match.kind }) else {
                    continue
                }
                findings[index].details.append(detail)
            }
        }
    }

    private func isPartOfLonger(_ match: DetailTable.Match, in matches: [DetailTable.Match]) -> Bool {
        matches.contains { other in
            other.kind == match.kind && other.first <= match.first && other.last >= match.last
                && other.last - other.first > match.last - match.first
        }
    }

    private func nearest(to match: DetailTable.Match) -> Int? {
        var best: (index: Int, distance: Int)?
        for index in findings.indices where takes(match.kind, index) {
            let distance = self.distance(match, findings[index].match)
            if distance <= Self.reach, distance < best?.distance ?? .max { best = (index, distance) }
        }
        return best?.index
    }

    private func distance(_ match: DetailTable.Match, _ finding: PhraseMatch) -> Int {
        if match.last < finding.first { return cost(match.last + 1..<finding.first) }
        if match.first > finding.last { return cost(finding.last + 1..<match.first) }
        return 0
    }

    private func cost(_ between: Range<Int>) -> Int {
        between.reduce(1) { $0 + (tokens[$1].id == .softBorder ? Self.borderCost : 1) }
    }

    private func takes(_ kind: SignalDetail.Kind, _ index: Int) -> Bool {
        lexicon.conceptNumbers[findings[index].entry].contains { lexicon.detailKinds[$0].contains(kind) }
    }

    private func words(of match: DetailTable.Match) -> String {
        tokens[match.first...match.last].map { lexicon.forms.vocabulary.word($0.id) }.joined(separator: " ")
    }
}
