extension [UInt8] {
    mutating func append(ascii text: String) { append(contentsOf: text.utf8) }

    /// A JSON string with quotes.
    mutating func append(json text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0..<0x20:
                append(ascii: byte < 0x10 ? "\\u000" : "\\u001")
                append(ascii: String(byte & 15, radix: 16))
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
