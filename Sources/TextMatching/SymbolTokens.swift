/// The tokens that symbols stand for.
struct SymbolTokens: Sendable {
    enum Meaning: Sendable {
        case word(TokenID)
        case border(TokenID)
        case dash
        case nothing
    }

    struct Symbol: Sendable {
        var meaning: Meaning
        var length: Int
    }

    let query: TokenID
    let and: TokenID
    let at: TokenID
    let percent: TokenID
    let plenty: TokenID
    private let byCharacter: [[UInt8]: Meaning]

    init(forms: NormalForms) {
        func id(_ sign: String) -> TokenID { forms.symbol(sign) ?? .unknown }
        query = id("?")
        and = id("&")
        at = id("@")
        percent = id("%")
        plenty = id("++")
        var table: [[UInt8]: Meaning] = [:]
        for sign in forms.symbols where sign.utf8.count > 1 && sign.unicodeScalars.count == 1 {
            table[Array(sign.utf8)] = .word(id(sign))
        }
        for character in ["–", "—"] { table[Array(character.utf8)] = .dash }
        for character in ["•", "▪", "●", "◦"] { table[Array(character.utf8)] = .border(.hardBorder) }
        for character in ["…", "→", "·"] { table[Array(character.utf8)] = .border(.softBorder) }
        for character in ["\u{a0}", "“", "”", "‘", "’", "°", "£", "\u{feff}", "\u{200b}", "\u{fe0f}"] {
            table[Array(character.utf8)] = .nothing
        }
        byCharacter = table
    }

    /// The symbol that begins at `index`; nil for a letter that can be folded or that may be part of a word.
    func symbol(at index: Int, in bytes: [UInt8]) -> Symbol? {
        let length = Self.length(of: bytes[index])
        guard index + length <= bytes.count else { return Symbol(meaning: .nothing, length: 1) }
        if let meaning = byCharacter[Array(bytes[index..<index + length])] {
            return Symbol(meaning: meaning, length: length)
        }
        if let folded = Folding.letter(at: index, in: bytes), !folded.isApostrophe { return nil }
        return Symbol(meaning: .nothing, length: length)
    }

    private static func length(of first: UInt8) -> Int {
        switch first {
        case 0xc2...0xdf: 2
        case 0xe0...0xef: 3
        case 0xf0...0xf4: 4
        default: 1
        }
    }
}
