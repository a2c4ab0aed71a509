/// Wordings of several words that stand for one word where a phrase lists them ("blister pack" among medicines).
struct ChunkTable: Sendable {
    private var children = HashTable(capacity: 1 << 12)
    /// The chunk that ends at each node of the trie; -1 for none. The root is node 0.
    private var endings: [Int32] = [-1]
    /// By token: the root's child, 0 for none.
    private var roots: [UInt32] = []
    /// The tokens of each chunk.
    private(set) var words: [[TokenID]] = []

    /// While phrases are compiled the numbers of words still grow: those of chunks are told by this bit.
    static let bit: TokenID = 1 << 31

    var count: Int { words.count }

    /// The number of the chunk, with `bit`.
    mutating func id(of tokens: [TokenID]) -> TokenID {
        var node: UInt32 = 0
        for token in tokens {
            if let known = child(node, token) {
                node = known
                continue
            }
            let new = UInt32(endings.count)
            endings.append(-1)
            if node == 0 {
                if Int(token) >= roots.count { roots += [UInt32](repeating: 0, count: Int(token) + 256 - roots.count) }
                roots[Int(token)] = new
            } else {
                children.set(Self.key(node, token), new)
            }
            node = new
        }
        if endings[Int(node)] < 0 {
            endings[Int(node)] = Int32(words.count)
            words.append(tokens)
        }
        return TokenID(endings[Int(node)]) | Self.bit
    }

    @inline(__always)
    func child(_ node: UInt32, _ token: TokenID) -> UInt32? {
        if node == 0 {
            let child = Int(token) < roots.count ? roots[Int(token)] : 0
            return child == 0 ? nil : child
        }
        return children.value(Self.key(node, token))
    }

    /// The number of the chunk that ends here, without `bit`.
    @inline(__always)
    func ending(_ node: UInt32) -> Int32 { endings[Int(node)] }

    @inline(__always)
    private static func key(_ node: UInt32, _ token: TokenID) -> UInt64 {
        (UInt64(node) << 32 | UInt64(token)) &* 0x9e37_79b9_7f4a_7c15
    }
}
