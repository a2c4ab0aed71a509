/// A word or border of a text in normal form, with its place in the bytes as given.
package struct Token: BitwiseCopyable, Sendable, Hashable {
    /// UTF-8 byte offsets: `start ..< end`. Tokens that one written form expands to share them.
    package var start: UInt32
    package var end: UInt32
    package var id: TokenID

    package init(start: UInt32, end: UInt32, id: TokenID) {
        self.start = start
        self.end = end
        self.id = id
    }

    package var isBorder: Bool { id >= TokenID.softBorder && id <= TokenID.hardBorder }
}

/// The number that stands for a normal form.
package typealias TokenID = UInt32

extension TokenID {
    /// A word that no phrase knows.
    package static let unknown: TokenID = 0
    /// A number that no phrase names.
    package static let number: TokenID = 1
    /// Comma, dash, slash, bracket.
    package static let softBorder: TokenID = 2
    /// The colon of a template field.
    package static let colon: TokenID = 3
    /// Sentence end or new line.
    package static let hardBorder: TokenID = 4

    static let firstWord: TokenID = 8
}
