import Testing
import TextMatching

struct PhraseScannerTests {
    private static let words = ["a", "b", "c", "d"]

    @Test func `the automaton finds what a plain search of every phrase finds`() throws {
        var generator = SmallGenerator(state: 11)
        for _ in 0..<60 {
            let phrases = (0..<4).map { _ in Self.phrase(&generator) }
            let syntax = try phrases.map { try PhraseSyntax.parse($0) }
            var sample = try Sample(phrases: phrases)
            for _ in 0..<20 {
                let text = (0..<9).map { _ in (Self.words + [",", "."])[generator.next(6)] }
                let found = Set(sample.matches(text.joined(separator: " ")).map { Found(phrase: $0.phrase, last: $0.last) })
                let expected = PlainSearch(text).found(syntax)
                #expect(found == expected, "\(phrases) in \(text)")
            }
        }
    }

    @Test func `matches do not depend on what was read before`() throws {
        let phrases = ["a ~2 b", "b [c] d", "(a|b c) ~1 d", "^ c"]
        var used = try Sample(phrases: phrases)
        var generator = SmallGenerator(state: 3)
        for _ in 0..<300 {
            let text = (0..<20).map { _ in (Self.words + [",", "."])[generator.next(6)] }.joined(separator: " ")
            var fresh = try Sample(phrases: phrases)
            let expected = fresh.matches(text)
            #expect(used.matches(text) == expected)
        }
    }

    private static func phrase(_ generator: inout SmallGenerator) -> String {
        let parts = (0..<(1 + generator.next(3))).map { _ in
            let word = words[generator.next(4)]
            switch generator.next(6) {
            case 0: return "[\(words[generator.next(4)])] \(word)"
            case 1: return "(\(word)|\(words[generator.next(4)]) \(words[generator.next(4)]))"
            case 2: return "\(word) ~2"
            default: return word
            }
        }
        return (parts + [words[generator.next(4)]]).joined(separator: " ")
    }
}

struct Found: Hashable {
    var phrase: Int
    var last: Int
}

/// The obvious matcher: every phrase from every token on.
struct PlainSearch {
    private let tokens: [String]

    init(_ tokens: [String]) {
        var merged: [String] = []
        for token in tokens + ["."] {
            if let last = merged.last, [",", "."].contains(last), [",", "."].contains(token) {
                if token == "." { merged[merged.count - 1] = "." }
            } else {
                merged.append(token)
            }
        }
        self.tokens = merged
    }

    func found(_ phrases: [PhraseSyntax]) -> Set<Found> {
        var result: Set<Found> = []
        for (number, phrase) in phrases.enumerated() {
            for start in tokens.indices {
                for end in ends(phrase, from: start) where end > start { result.insert(Found(phrase: number, last: end - 1)) }
            }
        }
        return result
    }

    private func ends(_ syntax: PhraseSyntax, from start: Int) -> Set<Int> {
        switch syntax {
        case .word(let word): return start < tokens.count && tokens[start] == word ? [start + 1] : []
        case .sequence(let parts):
            return parts.reduce([start]) { reached, part in
                Set(reached.flatMap { ends(part, from: $0) })
            }
        case .alternatives(let choices): return Set(choices.flatMap { ends($0, from: start) })
        case .optional(let part): return ends(part, from: start).union([start])
        case .gap(let reach, _):
            var result: Set<Int> = [start]
            var at = start
            while at - start < reach, at < tokens.count, ![",", "."].contains(tokens[at]) {
                at += 1
                result.insert(at)
            }
            return result
        default: return []
        }
    }
}
