/// One bit for each kind of border, and one of 61 for each word, by its hash: most words that do not fit are told by them.
struct TokenKinds: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt64

    static let softBorder = TokenKinds(rawValue: 1)
    static let colon = TokenKinds(rawValue: 2)
    static let hardBorder = TokenKinds(rawValue: 4)
    static let words = TokenKinds(rawValue: ~7)
    static let all = TokenKinds(rawValue: ~0)

    @inline(__always)
    init(rawValue: UInt64) { self.rawValue = rawValue }

    @inline(__always)
    init(_ token: TokenID) {
        if token &- TokenID.softBorder < 3 {
            rawValue = 1 << UInt64(token &- TokenID.softBorder)
        } else {
            let hash = UInt64(token &* 0x9e37_79b1)
            rawValue = 1 << (3 &+ (hash &* 61) >> 32)
        }
    }

    @inline(__always)
    func meets(_ other: TokenKinds) -> Bool { rawValue & other.rawValue != 0 }
}

/// The tokens of each label, sorted, one list behind the other.
struct LabelTable: Sendable {
    typealias Label = PhraseAutomaton.Label

    let starts: [Int32]
    let tokens: [TokenID]
    let kinds: [TokenKinds]
    /// The tokens that count as numbers.
    let isNumber: [Bool]
    private let numbers: [TokenID]

    init(_ compiler: PhraseCompiler) {
        let special = Int(PhraseAutomaton.SpecialLabel.first)
        var starts = [Int32](repeating: 0, count: special)
        starts.reserveCapacity(compiler.labels.count + special + 1)
        var tokens: [TokenID] = []
        var kinds: [TokenKinds] = [
            .words, [.words, .softBorder, .colon], .softBorder, .colon, [.softBorder, .hardBorder], .words,
        ]
        kinds.reserveCapacity(compiler.labels.count + special)
        let firstChunk = TokenID(compiler.vocabularyCount)
        for label in compiler.labels {
            starts.append(Int32(tokens.count))
            var all = TokenKinds()
            for member in label {
                let token = member & ChunkTable.bit == 0 ? member : (member & ~ChunkTable.bit) + firstChunk
                tokens.append(token)
                all.formUnion(TokenKinds(token))
            }
            kinds.append(all)
        }
        starts.append(Int32(tokens.count))
        self.starts = starts
        self.tokens = tokens
        self.kinds = kinds
        let isNumber = (0..<compiler.vocabularyCount).map { token in
            TokenID(token) == .number || compiler.isNumber(TokenID(token))
        }
        self.isNumber = isNumber
        numbers = isNumber.indices.filter { isNumber[$0] }.map { TokenID($0) }
    }

    /// Of a label of words.
    func eachToken(of label: Label, _ body: (TokenID) -> Void) {
        if label == PhraseAutomaton.SpecialLabel.number {
            for token in numbers { body(token) }
        } else if label > PhraseAutomaton.SpecialLabel.number {
            for index in Int(starts[Int(label)])..<Int(starts[Int(label) + 1]) { body(tokens[index]) }
        }
    }

    var count: Int { kinds.count }

    func kinds(of label: Label) -> TokenKinds { kinds[Int(label)] }

    /// Whether the token, of a kind of the label, is one of its tokens.
    func holds(_ token: TokenID, _ label: Label) -> Bool {
        if label <= PhraseAutomaton.SpecialLabel.number {
            return label != PhraseAutomaton.SpecialLabel.number || (Int(token) < isNumber.count && isNumber[Int(token)])
        }
        var (low, high) = (Int(starts[Int(label)]), Int(starts[Int(label) &+ 1]))
        while high &- low > 8 {
            let middle = (low &+ high) / 2
            if tokens[middle] <= token { low = middle } else { high = middle }
        }
        while low < high {
            if tokens[low] == token { return true }
            low &+= 1
        }
        return false
    }
}
