extension PhraseCompiler {
    /// Every way to say a phrase without gaps and borders, as runs of tokens; nil when it has any, or more than `limit` ways.
    package mutating func sequences(of syntax: PhraseSyntax, limit: Int = 4_000) -> [[TokenID]]? {
        guard let ways = ways(syntax, within: [], limit) else { return nil }
        return ways.filter { !$0.isEmpty }
    }

    private mutating func ways(_ syntax: PhraseSyntax, within open: [String], _ limit: Int) -> [[TokenID]]? {
        switch syntax {
        case .word(let word): return [ids(of: word)]
        case .inflected(let word): return ids(ofInflected: word).map { [$0] }
        case .number: return [[.number]]
        case .wordClass(let name, _):
            guard let members = classes[name], !open.contains(name) else { return nil }
            return ways(members, within: open + [name], limit)
        case .optional(let part): return ways(part, within: open, limit).map { [[]] + $0 }
        case .alternatives(let choices):
            var all: [[TokenID]] = []
            // A class may have members that are no plain words: they are no way to say the phrase.
            for choice in choices { all += ways(choice, within: open, limit) ?? [] }
            return all.isEmpty || all.count > limit ? nil : all
        case .sequence(let parts):
            var all: [[TokenID]] = [[]]
            for part in parts {
                guard let next = ways(part, within: open, limit), all.count * next.count <= limit else { return nil }
                all = all.flatMap { start in next.map { start + $0 } }
            }
            return all
        case .softBorder, .colon, .clauseStart, .clauseEnd, .gap: return nil
        }
    }
}
