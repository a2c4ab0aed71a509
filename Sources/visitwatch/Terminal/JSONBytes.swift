extension [UInt8] {
    /// A JSON string with quotes.
    mutating func appendQuoted(_ text: String) {
        append(UInt8(ascii: "\""))
        if Self.needsEscapes(text.utf8.span) {
            for byte in text.utf8 { appendCharacter(byte) }
        } else {
            append(contentsOf: text.utf8)
        }
        append(UInt8(ascii: "\""))
    }

    /// UTF-8 as a JSON string with quotes.
    mutating func appendQuoted(_ text: ArraySlice<UInt8>) {
        append(UInt8(ascii: "\""))
        if Self.needsEscapes(text.span) {
            for byte in text { appendCharacter(byte) }
        } else {
            append(contentsOf: text)
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func appendCharacter(_ byte: UInt8) {
        if Self.mustBeEscaped(byte) { appendEscaped(byte) } else { append(byte) }
    }

    private static func needsEscapes(_ text: Span<UInt8>) -> Bool {
        for index in text.indices where mustBeEscaped(text[index]) { return true }
        return false
    }

    @inline(__always)
    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    mutating func appendNumber(_ number: Int) {
        guard number >= 10 else { return append(contentsOf: String(number).utf8) }
        let start = count
        var rest = number
        while rest > 0 {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        self[start...].reverse()
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0D: append(UInt8(ascii: "r"))
        case 0x09: append(UInt8(ascii: "t"))
        default:
            append(contentsOf: byte < 0x10 ? "u000".utf8 : "u001".utf8)
            append(contentsOf: String(byte & 0x0F, radix: 16).utf8)
        }
    }
}
