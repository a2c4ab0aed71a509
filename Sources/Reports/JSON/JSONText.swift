/// Steps through JSON text in bytes; positions move past what was read.
enum JSONText {
    static let maxDepth = 64

    static func skipSpace(_ text: Span<UInt8>, _ at: inout Int) {
        while at < text.count, text[at] == 0x20 || text[at] == 0x0A || text[at] == 0x0D || text[at] == 0x09 { at += 1 }
    }

    static func expect(_ byte: UInt8, _ text: Span<UInt8>, _ at: inout Int) throws(Rejection) {
        skipSpace(text, &at)
        guard at < text.count, text[at] == byte else { throw .notJSON(expected: quoted(byte)) }
        at += 1
    }

    /// Whether another member follows; moves past the comma or the closing byte.
    static func hasNext(closing: UInt8, _ text: Span<UInt8>, _ at: inout Int) throws(Rejection) -> Bool {
        skipSpace(text, &at)
        guard at < text.count, text[at] == UInt8(ascii: ",") || text[at] == closing else {
            throw .notJSON(expected: "',' or \(quoted(closing))")
        }
        at += 1
        return text[at - 1] != closing
    }

    /// Moves past the closing byte of an empty list or object.
    static func isEmpty(closing: UInt8, _ text: Span<UInt8>, _ at: inout Int) -> Bool {
        skipSpace(text, &at)
        guard at < text.count, text[at] == closing else { return false }
        at += 1
        return true
    }

    /// The bytes between the quotes, and whether escapes are among them.
    static func quotedRange(
        _ text: Span<UInt8>, _ at: inout Int
    ) throws(Rejection) -> (bytes: Range<Int>, hasEscapes: Bool) {
        try expect(quote, text, &at)
        let start = at
        var hasEscapes = false
        while at < text.count {
            let byte = text[at]
            if byte == quote {
                at += 1
                return (start..<at - 1, hasEscapes)
            }
            if byte == backslash {
                hasEscapes = true
                at += 1
            } else if byte < 0x20, byte != 0x09 {
                throw byte == 0 ? .nulByte : .notJSON(expected: "no control character in a string")
            }
            at += 1
        }
        throw .notJSON(expected: "a closing quote")
    }

    static func string(_ text: Span<UInt8>, _ at: inout Int) throws(Rejection) -> String {
        let (bytes, hasEscapes) = try quotedRange(text, &at)
        if hasEscapes { return String(decoding: try unescaped(text, bytes), as: UTF8.self) }
        return try plain(text, bytes)
    }

    static func plain(_ text: Span<UInt8>, _ bytes: Range<Int>) throws(Rejection) -> String {
        do {
            return String(copying: try UTF8Span(validating: text.extracting(bytes)))
        } catch {
            throw .notUTF8
        }
    }

    /// The text of a number, as written.
    static func number(_ text: Span<UInt8>, _ at: inout Int) throws(Rejection) -> String {
        let start = at
        try skipNumber(text, &at)
        return try plain(text, start..<at)
    }

    static func isLiteral(_ word: StaticString, _ text: Span<UInt8>, _ at: inout Int) -> Bool {
        let wanted = word.description.utf8.span
        guard at + wanted.count <= text.count else { return false }
        for index in wanted.indices where text[at + index] != wanted[index] { return false }
        at += wanted.count
        return true
    }

    private static func quoted(_ byte: UInt8) -> String { "'\(Character(Unicode.Scalar(byte)))'" }
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
}
