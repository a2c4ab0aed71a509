/// All phrases compiled to one position automaton (Glushkov 1961) over token labels; never determinised.
package struct PhraseAutomaton: Sendable {
    package typealias PhraseID = Int

    /// What a position consumes: a set of tokens.
    package typealias Label = UInt32

    enum SpecialLabel {
        static let anyWord: Label = 0
        static let anyWordOrSoftBorder: Label = 1
        static let softBorder: Label = 2
        static let colon: Label = 3
        static let clauseBorder: Label = 4
        static let number: Label = 5
        static let first: Label = 6
    }

    /// What the scanner asks of a position at every step.
    struct Position: BitwiseCopyable, Sendable {
        /// The kinds of all tokens that it consumes.
        var kinds: TokenKinds
        var label: Label
        var traits: Traits
    }

    struct Traits: OptionSet, BitwiseCopyable, Sendable {
        let rawValue: UInt32
        /// Gaps and borders are not among the words that a match explains.
        static let isWord = Traits(rawValue: 1)
        static let isFirst = Traits(rawValue: 2)
        static let isLast = Traits(rawValue: 4)
        /// Begins a match only where a clause begins.
        static let isAnchored = Traits(rawValue: 8)
        /// Consumes every token of its kinds.
        static let isKindEnough = Traits(rawValue: 16)
    }

    let positions: [Position]
    let phrases: [Int32]
    let followers: PositionLists
    let leaders: PositionLists
    let labels: LabelTable
    let keys: PhraseKeys
    package let phraseCount: Int

    package init(_ compiler: PhraseCompiler, examples: [Int] = []) {
        labels = LabelTable(compiler)
        var positions: [Position] = []
        positions.reserveCapacity(compiler.positions.count)
        for place in compiler.positions {
            positions.append(Position(kinds: labels.kinds(of: place.label), label: place.label, traits: place.traits))
        }
        self.positions = positions
        phrases = compiler.positions.map(\.phrase)
        followers = PositionLists(compiler.edges, count: positions.count, from: \.from, to: \.to)
        leaders = PositionLists(compiler.edges, count: positions.count, from: \.to, to: \.from)
        let counts = examples.isEmpty ? [Int](repeating: 0, count: compiler.vocabularyCount) : examples
        keys = PhraseKeys(
            compiler, labels: labels, positions: positions, followers: followers, leaders: leaders,
            words: WordRates(compiler, labels, examples: counts))
        phraseCount = compiler.phraseCount
    }
}

/// Lists of positions by position, one behind the other, each in order.
struct PositionLists: Sendable {
    let starts: [Int32]
    let members: [Int32]

    typealias Edge = PhraseCompiler.Edge

    /// A counting sort.
    init(_ edges: [Edge], count: Int, from: (Edge) -> Int32, to: (Edge) -> Int32) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for edge in edges { starts[Int(from(edge)) + 1] += 1 }
        for position in 0..<count { starts[position + 1] += starts[position] }
        var next = starts
        var members = [Int32](repeating: 0, count: edges.count)
        for edge in edges {
            let position = Int(from(edge))
            members[Int(next[position])] = to(edge)
            next[position] += 1
        }
        for position in 0..<count {
            let list = Int(starts[position])..<Int(starts[position + 1])
            let isSorted = list.dropFirst().allSatisfy { members[$0 - 1] <= members[$0] }
            if !isSorted { members[list].sort() }
        }
        self.starts = starts
        self.members = members
    }

    @inline(__always)
    func list(_ position: Int32) -> Range<Int> { Int(starts[Int(position)])..<Int(starts[Int(position) &+ 1]) }
}
