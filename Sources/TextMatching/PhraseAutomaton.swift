/// All phrases compiled to position automata (Glushkov 1961) of at most 64 positions each, run bit-parallel; never
/// determinised.
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
        /// The positions of its program that may stand behind it and before it.
        var followers: UInt64
        var leaders: UInt64
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

    /// A phrase, or a part of one whose choices need more than 64 positions.
    struct Program: BitwiseCopyable, Sendable {
        var phrase: Int32
        var start: Int32
        var count: Int32
        /// The most tokens that a match may hold.
        var reach: Int32
        var lasts: UInt64 = 0
    }

    let positions: [Position]
    let programs: [Program]
    let labels: LabelTable
    let chunks: ChunkTable
    let firstChunk: TokenID
    let keys: PhraseKeys
    package let phraseCount: Int

    package init(_ compiler: PhraseCompiler, examples: [Int] = []) {
        labels = LabelTable(compiler)
        chunks = compiler.chunks
        firstChunk = TokenID(compiler.vocabularyCount)
        (positions, programs) = Self.programs(compiler, labels)
        let counts = examples.isEmpty ? [Int](repeating: 0, count: compiler.vocabularyCount) : examples
        keys = PhraseKeys(
            compiler, labels: labels, positions: positions, programs: programs,
            words: WordRates(compiler, labels, examples: counts))
        phraseCount = compiler.phraseCount
    }

    private static func programs(_ compiler: PhraseCompiler, _ labels: LabelTable) -> ([Position], [Program]) {
        var positions: [Position] = []
        var programs = compiler.programs
        positions.reserveCapacity(compiler.positions.count)
        for place in compiler.positions {
            let kinds = labels.kinds(of: place.label)
            positions.append(Position(kinds: kinds, followers: 0, leaders: 0, label: place.label, traits: place.traits))
        }
        for join in compiler.joins {
            let start = programs[Int(join.program)].start
            let tails = compiler.tails[Int(join.firstTail)..<Int(join.endTail)]
            let heads = compiler.heads[Int(join.firstHead)..<Int(join.endHead)]
            let tailBits = tails.reduce(0) { $0 | UInt64(1) << UInt64($1 - start) }
            let headBits = heads.reduce(0) { $0 | UInt64(1) << UInt64($1 - start) }
            for tail in tails { positions[Int(tail)].followers |= headBits }
            for head in heads { positions[Int(head)].leaders |= tailBits }
        }
        for index in programs.indices {
            let (start, count) = (programs[index].start, programs[index].count)
            for offset in 0..<count where positions[Int(start + offset)].traits.contains(.isLast) {
                programs[index].lasts |= 1 << UInt64(offset)
            }
        }
        return (positions, programs)
    }
}
