/// A word or border of a text in normal form, with its place in the bytes as given.
@usableFromInline package struct Token: BitwiseCopyable, Sendable, Hashable {
    /// UTF-8 byte offsets: `start ..< end`. Tokens that one written form expands to share them.
    package var start: UInt32
    package var end: UInt32
    @usableFromInline package var id: TokenID

    package init(start: UInt32, end: UInt32, id: TokenID) {
        self.start = start
        self.end = end
        self.id = id
    }

    @inlinable package var isBorder: Bool { id >= TokenID.softBorder && id <= TokenID.hardBorder }
}

/// The number that stands for a normal form.
@usableFromInline package typealias TokenID = UInt32

extension TokenID {
    /// A word that no phrase knows.
    @inlinable package static var unknown: TokenID { 0 }
    /// A number that no phrase names.
    @inlinable package static var number: TokenID { 1 }
    /// Comma, dash, slash, bracket.
    @inlinable package static var softBorder: TokenID { 2 }
    /// The colon of a template field.
    @inlinable package static var colon: TokenID { 3 }
    /// Sentence end or new line.
    @inlinable package static var hardBorder: TokenID { 4 }

    static let firstWord: TokenID = 8
}
