/// A text's tokens with the chunks among them: what phrases meet at each place.
struct TokenLattice: Sendable {
    /// A token or a chunk; `next` leads to the next one that begins or ends there, -1 for none.
    struct Chunk: BitwiseCopyable, Sendable {
        var id: TokenID
        var length: Int32
        var start: Int32
        var nextAtStart: Int32
        var nextAtEnd: Int32
    }

    /// What begins at each token and what ends with it.
    struct Place: BitwiseCopyable, Sendable {
        var id: TokenID
        /// The first chunk that begins or ends here, -1 for none.
        var starting: Int32 = -1
        var ending: Int32 = -1
        var kind: TokenKinds
        var startKinds: TokenKinds
        var endKinds: TokenKinds
    }

    private(set) var places: [Place] = []
    private(set) var chunks: [Chunk] = []

    mutating func read(_ tokens: [Token], _ table: ChunkTable, firstChunk: TokenID) {
        places.removeAll(keepingCapacity: true)
        chunks.removeAll(keepingCapacity: true)
        for token in tokens {
            let kind = TokenKinds(token.id)
            places.append(Place(id: token.id, kind: kind, startKinds: kind, endKinds: kind))
        }
        for index in places.indices {
            guard var node = table.child(0, places[index].id) else { continue }
            var end = index &+ 1
            while end < places.count, let child = table.child(node, places[end].id) {
                node = child
                let chunk = table.ending(node)
                if chunk >= 0 { add(TokenID(chunk) &+ firstChunk, index, end) }
                end &+= 1
            }
        }
    }

    private mutating func add(_ id: TokenID, _ first: Int, _ last: Int) {
        let number = Int32(chunks.count)
        chunks.append(
            Chunk(
                id: id, length: Int32(last &- first &+ 1), start: Int32(first), nextAtStart: places[first].starting,
                nextAtEnd: places[last].ending))
        let kind = TokenKinds(id)
        places[first].starting = number
        places[first].startKinds.formUnion(kind)
        places[last].ending = number
        places[last].endKinds.formUnion(kind)
    }
}
