import TextMatching

/// The wordings of particulars by their first word, and the concepts that take each kind.
struct DetailTable: Sendable {
    struct Match: Sendable {
        var kind: SignalDetail.Kind
        /// nil: the words as they stand.
        var value: String?
        /// Tokens `first ... last`.
        var first: Int
        var last: Int
    }

    private struct Way: Sendable {
        var tokens: [TokenID]
        var wording: Int
    }

    private var wordings: [DetailWording] = []
    /// By the id of the first token, the longest first.
    private var ways: [[Way]] = []

    init(_ source: LexiconSource, compiler: inout PhraseCompiler, problems: inout [LexiconProblem]) {
        var all: [Way] = []
        for wording in source.details {
            guard let syntax = Lexicon.parse(wording.phrase, &problems) else { continue }
            guard let sequences = compiler.sequences(of: syntax) else {
                problems.append(
                    LexiconProblem(
                        source: wording.phrase, offset: 0, message: "a detail is made of plain words",
                        hint: "leave out gaps, borders and anchors, and name only known word classes"))
                continue
            }
            all += sequences.map { Way(tokens: $0, wording: wordings.count) }
            wordings.append(wording)
        }
        let last = all.compactMap(\.tokens.first).max().map { Int($0) + 1 } ?? 0
        ways = [[Way]](repeating: [], count: last)
        for way in all { ways[Int(way.tokens[0])].append(way) }
        for first in ways.indices where ways[first].count > 1 {
            ways[first].sort { ($1.tokens.count, $0.wording) < ($0.tokens.count, $1.wording) }
        }
    }

    /// Every particular told in the tokens; of those of one kind that begin with one word the longest.
    func matches(in tokens: [Token]) -> [Match] {
        var found: [Match] = []
        for index in tokens.indices {
            let id = Int(tokens[index].id)
            guard id < ways.count, !ways[id].isEmpty else { continue }
            var kinds: [SignalDetail.Kind] = []
            for way in ways[id] where stands(way.tokens, at: index, tokens) {
                let wording = wordings[way.wording]
                if kinds.contains(wording.kind) { continue }
                kinds.append(wording.kind)
                found.append(
                    Match(
                        kind: wording.kind, value: wording.value, first: index, last: index + way.tokens.count - 1))
            }
        }
        return found
    }

    private func stands(_ way: [TokenID], at index: Int, _ tokens: [Token]) -> Bool {
        guard index + way.count <= tokens.count else { return false }
        return way.indices.allSatisfy { tokens[index + $0].id == way[$0] }
    }
}
