import TextMatching

/// Marks that a dictation wrote out as words ("no falls comma ate well period").
enum DictatedPunctuation {
    private static let marks: [(words: [[UInt8]], border: TokenID)] = [
        ("period", .hardBorder), ("comma", .softBorder), ("semicolon", .hardBorder), ("colon", .colon),
        ("full stop", .hardBorder), ("new paragraph", .hardBorder), ("new line", .hardBorder), ("dash", .softBorder),
        ("unquote", .softBorder),
    ].map { ($0.split(separator: " ").map { Array($0.utf8) }, $1) }

    /// The tokens with such words as borders; unchanged when fewer than two are a "comma" or "period".
    static func applied(to tokens: [Token], bytes: [UInt8]) -> [Token] {
        let signs = tokens.count { reads(marks[0].words[0], $0, bytes) || reads(marks[1].words[0], $0, bytes) }
        guard signs > 1 else { return tokens }
        var result: [Token] = []
        result.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            guard let mark = marks.first(where: { stands($0.words, at: index, tokens, bytes) }) else {
                append(tokens[index], to: &result)
                index += 1
                continue
            }
            let last = index + mark.words.count - 1
            append(Token(start: tokens[index].start, end: tokens[last].end, id: mark.border), to: &result)
            index = last + 1
        }
        return result
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
