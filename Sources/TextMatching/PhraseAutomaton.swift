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
    let joins: PhraseJoins
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
        joins = PhraseJoins(compiler, positions)
        let counts = examples.isEmpty ? [Int](repeating: 0, count: compiler.vocabularyCount) : examples
        keys = PhraseKeys(
            compiler, labels: labels, positions: positions, joins: joins,
            words: WordRates(compiler, labels, examples: counts))
        phraseCount = compiler.phraseCount
    }
}
