import TextMatching

extension ClauseContext {
    enum Answer { case none, negative, affirmative, ownText }

    /// What stands behind the colon of "Falls: No"; also the answer to "Any falls? None".
    func templateAnswer(to match: PhraseMatch, isGoodNews: Bool) -> Answer {
        guard let colon = answerMark(after: match) else { return .none }
        let answers = cues.beginning(in: colon + 1...colon + 1)
        let isYes = answers.contains { $0.cue.kind == .answerYes }
        // "Clear" is a no to bad news and a yes to good.
        if answers.contains(where: { $0.cue.kind == .answerNo }), !(isYes && isGoodNews) { return .negative }
        if isYes { return .affirmative }
        guard tokens[colon].id == .colon, !tokens[match.last + 1..<colon].contains(where: { $0.isBorder }) else { return .none }
        let start = (0..<match.first).last { tokens[$0].isBorder }.map { $0 + 1 } ?? 0
        let hasText = colon + 1 < tokens.count && !tokens[colon + 1].isBorder
        return hasText && match.last - start < 4 ? .ownText : .none
    }

    /// The colon or question mark at most two words behind the finding, or behind the other headings of "Cough / fever: no".
    private func answerMark(after match: PhraseMatch) -> Int? {
        let end = sentenceEnd[match.first]
        guard end < tokens.count || match.last + 1 < end else { return nil }
        var words = 0
        var index = match.last + 1
        while index <= end, index < tokens.count, index - match.last <= 10 {
            switch tokens[index].id {
            case .colon: return words > 2 ? nil : index
            case .hardBorder: return isQuestion(index) ? index : nil
            case .softBorder:
                guard bytes[Int(tokens[index].start)] == 0x2f else { return nil }
                words = 0
            default:
                words += 1
                if words > 4 { return nil }
            }
            index += 1
        }
        return nil
    }

    private func isQuestion(_ border: Int) -> Bool {
        tokens[border].end > tokens[border].start && bytes[Int(tokens[border].start)] == 0x3f
    }
}
