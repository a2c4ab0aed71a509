import TextMatching

/// Reads words that stand for marks as borders, in notes that were dictated.
struct DictatedPunctuation: Sendable {
    private struct Mark: Sendable {
        var words: [[UInt8]]
        var border: TokenID
    }

    private let marks: [Mark]
    private let signs: [TokenID]

    /// `signs` are the normal forms of the words that show a dictation.
    init(_ dictation: Dictation, signs: [TokenID]) {
        let groups: [([String], TokenID)] = [
            (dictation.sentences, .hardBorder), (dictation.clauses, .softBorder), (dictation.fields, .colon),
        ]
        marks = groups.flatMap { texts, border in
            texts.map { Mark(words: $0.split(separator: " ").map { Array($0.utf8) }, border: border) }
        }
        self.signs = signs
    }

    /// The tokens with such words as borders; unchanged when fewer than two signs of a dictation stand among them.
    func applied(to tokens: [Token], bytes: [UInt8]) -> [Token] {
        guard isDictated(tokens) else { return tokens }
        var result: [Token] = []
        result.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            guard let mark = marks.first(where: { Self.stands($0.words, at: index, tokens, bytes) }) else {
                Self.append(tokens[index], to: &result)
                index += 1
                continue
            }
            let last = index + mark.words.count - 1
            Self.append(Token(start: tokens[index].start, end: tokens[last].end, id: mark.border), to: &result)
            index = last + 1
        }
        return result
    }

    private func isDictated(_ tokens: [Token]) -> Bool {
        var found = 0
        for index in tokens.indices where signs.contains(tokens[index].id) { found += 1 }
        return found > 1
    }

    /// Neighbouring borders become one, the harder of them.
    private static func append(_ token: Token, to tokens: inout [Token]) {
        guard token.isBorder, let last = tokens.last, last.isBorder else { return tokens.append(token) }
        if last.id < token.id { tokens[tokens.count - 1].id = token.id }
    }

    private static func stands(_ words: [[UInt8]], at index: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
        index + words.count <= tokens.count && words.indices.allSatisfy { reads(words[$0], tokens[index + $0], bytes) }
    }

    private static func reads(_ word: [UInt8], _ token: Token, _ bytes: [UInt8]) -> Bool {
        guard Int(token.end - token.start) == word.count else { return false }
        return word.indices.allSatisfy { bytes[Int(token.start) + $0] | 0x20 == word[$0] }
    }
}
