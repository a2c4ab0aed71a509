/// The words to look for: every match of a phrase holds exactly one of its key positions.
///
/// Of the sets of positions that no way through a phrase goes round, the one whose words are rarest is its key, and the
/// next two must be near, too. A text is searched for keys alone, so that its cost follows its own words and not the
/// number of phrases.
struct PhraseKeys: Sendable {
    /// What must stand beside a key position and near it, for a quick no.
    struct Key: BitwiseCopyable, Sendable {
        var before: TokenKinds
        var after: TokenKinds
        var program: Int32
        /// Among the program's positions.
        var place: UInt8
        /// Marks of `marks` that the sentence must bear.
        var first: UInt8
        var second: UInt8
        /// Whether a match reaches further than `PhraseKeys.near`.
        var isLong: Bool
    }

    static let near = 16

    let starts: [Int32]
    let keys: [Key]
    /// What each token is good for, among what matches need beside their keys.
    let marks: [TokenMarks]

    init(
        _ compiler: PhraseCompiler, labels: LabelTable, positions: [PhraseAutomaton.Position],
        programs: [PhraseAutomaton.Program], words: WordRates
    ) {
        var choice = KeyChoice(compiler.plan, words: words, positions: positions)
        let chosen = choice.keys()
        let count = words.rates.count
        let needs = KeyNeeds(choice.needs, chosen, labels: labels, tokens: count)
        marks = needs.marks
        var starts = [Int32](repeating: 0, count: count + 1)
        for key in chosen { labels.eachToken(of: positions[Int(key.position)].label) { starts[Int($0) + 1] += 1 } }
        for token in 0..<count { starts[token + 1] += starts[token] }
        var next = starts
        let none = Key(before: [], after: [], program: 0, place: 0, first: 0, second: 0, isLong: false)
        var keys = [Key](repeating: none, count: Int(starts[count]))
        for chosen in chosen {
            let number = compiler.positions[Int(chosen.position)].program
            let program = programs[Int(number)]
            let place = positions[Int(chosen.position)]
            let key = Key(
                before: Self.kinds(place.leaders, program, positions, orAll: place.traits.contains(.isFirst)),
                after: Self.kinds(place.followers, program, positions, orAll: place.traits.contains(.isLast)),
                program: number, place: UInt8(chosen.position - program.start), first: needs.mark(of: chosen.first),
                second: needs.mark(of: chosen.second), isLong: program.reach > Self.near)
            labels.eachToken(of: place.label) {
                keys[Int(next[Int($0)])] = key
                next[Int($0)] += 1
            }
        }
        self.starts = starts
        self.keys = keys
    }

    private static func kinds(
        _ bits: UInt64, _ program: PhraseAutomaton.Program, _ positions: [PhraseAutomaton.Position], orAll: Bool
    ) -> TokenKinds {
        if orAll { return .all }
        var kinds = TokenKinds()
        var rest = bits
        while rest != 0 {
            kinds.formUnion(positions[Int(program.start) + rest.trailingZeroBitCount].kinds)
            rest &= rest - 1
        }
        return kinds
    }
}

/// A set of 256 marks.
struct TokenMarks: BitwiseCopyable, Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// Borne by every text.
    static let always: UInt8 = 0

    init() { words.0 = 1 }

    @inline(__always)
    mutating func formUnion(_ other: TokenMarks) {
        words.0 |= other.words.0
        words.1 |= other.words.1
        words.2 |= other.words.2
        words.3 |= other.words.3
    }

    @inline(__always)
    func contains(_ mark: UInt8) -> Bool {
        let low = mark & 64 == 0 ? words.0 : words.1
        let high = mark & 64 == 0 ? words.2 : words.3
        return (mark & 128 == 0 ? low : high) &>> UInt64(mark & 63) & 1 != 0
    }

    mutating func insert(_ mark: UInt8) {
        let bit = UInt64(1) &<< UInt64(mark & 63)
        switch mark >> 6 {
        case 0: words.0 |= bit
        case 1: words.1 |= bit
        case 2: words.2 |= bit
        default: words.3 |= bit
        }
    }
}
