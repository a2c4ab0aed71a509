/// What makes phrases small: choices of several words as chunks, and the choices of large phrases shared out.
extension PhraseCompiler {
    /// The wordings as chunks; nil when they hold more than words, or are too many.
    mutating func chunks(of choice: PhraseSyntax) -> [TokenID]? {
        guard let ways = plainWays(choice), !ways.contains(where: { $0.isEmpty || $0.count > 15 }) else { return nil }
        return ways.map { $0.count == 1 ? $0[0] : chunk($0) }
    }

    private static let mostWays = 48

    private mutating func plainWays(_ syntax: PhraseSyntax) -> [[TokenID]]? {
        switch syntax {
        case .word(let word): return [ids(of: word)]
        case .inflected(let word): return ids(ofInflected: word).map { [$0] }
        case .optional(let part): return plainWays(part).map { $0 + [[]] }
        case .wordClass(let name, _):
            guard let known = members[name], known.phrases.isEmpty, known.words.count <= Self.mostWays else { return nil }
            return known.words.map { words(of: $0) }
        case .alternatives(let choices):
            var all: [[TokenID]] = []
            for choice in choices {
                guard let ways = plainWays(choice), all.count + ways.count <= Self.mostWays else { return nil }
                all += ways
            }
            return all
        case .sequence(let parts):
            var all: [[TokenID]] = [[]]
            for part in parts {
                guard let ways = plainWays(part), all.count * ways.count <= Self.mostWays else { return nil }
                all = all.flatMap { start in ways.map { start + $0 } }
            }
            return all
        case .number, .softBorder, .colon, .clauseStart, .clauseEnd, .gap: return nil
        }
    }

    /// How many positions it needs.
    mutating func size(of syntax: PhraseSyntax) -> Int {
        switch syntax {
        case .word(let word): return ids(of: word).count
        case .inflected, .number, .softBorder, .colon, .clauseEnd: return 1
        case .clauseStart: return 0
        case .gap(let reach, _): return reach
        case .optional(let part): return size(of: part)
        case .sequence(let parts):
            var sum = 0
            for part in parts { sum += size(of: part) }
            return sum
        case .alternatives(let choices): return size(of: takeApart(choices))
        case .wordClass(let name, _): return size(of: members[name] ?? Members())
        }
    }

    private mutating func size(of members: Members) -> Int {
        var sum = members.words.isEmpty ? 0 : 1
        for phrase in members.phrases { sum += size(of: phrase) }
        return sum
    }

    /// The phrase twice, each with half of its largest choice; once when it has no choice.
    mutating func halves(of syntax: PhraseSyntax) -> [PhraseSyntax] {
        switch syntax {
        case .optional(let part): return halves(of: part).map { .optional($0) }
        case .wordClass(let name, _): return classes[name].map { halves(of: $0) } ?? [syntax]
        case .alternatives(let choices):
            guard choices.count > 1 else { return choices.first.map { halves(of: $0) } ?? [syntax] }
            let middle = choices.count / 2
            return [.alternatives(Array(choices[..<middle])), .alternatives(Array(choices[middle...]))]
        case .sequence(let parts):
            var largest: (index: Int, size: Int)?
            for index in parts.indices {
                let size = size(of: parts[index])
                if size > largest?.size ?? 1, halves(of: parts[index]).count > 1 { largest = (index, size) }
            }
            guard let largest else { return [syntax] }
            return halves(of: parts[largest.index]).map { half in
                var all = parts
                all[largest.index] = half
                return .sequence(all)
            }
        default: return [syntax]
        }
    }
}
