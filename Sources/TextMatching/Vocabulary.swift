/// The normal forms that phrases name, numbered.
package struct Vocabulary: Sendable {
    private var ids: [String: TokenID] = [:]
    private var words: [String] = []

    package init() {}

    /// The number of ids in use, reserved ones included.
    package var count: Int { words.count + Int(TokenID.firstWord) }

    package mutating func id(of word: String) -> TokenID {
        if let known = ids[word] { return known }
        let id = TokenID(words.count) + TokenID.firstWord
        ids[word] = id
        words.append(word)
        return id
    }

    package func known(_ word: String) -> TokenID? { ids[word] }

    package func word(_ id: TokenID) -> String {
        switch id {
        case .unknown: "·"
        case .number: "#"
        case .softBorder: ","
        case .colon: ":"
        case .hardBorder: "."
        default: Int(id - TokenID.firstWord) < words.count ? words[Int(id - TokenID.firstWord)] : "·"
        }
    }

    package var allWords: [String] { words }
}
