extension [UInt8] {
    /// A JSON string with quotes.
    mutating func appendJSON(_ string: String) {
        append(JSONText.quote)
        let bytes = string.utf8.span
        if bytes.indices.contains(where: { needsEscape(bytes[$0]) }) {
            for index in bytes.indices { appendEscaped(bytes[index]) }
        } else {
            append(contentsOf: string.utf8)
        }
        append(JSONText.quote)
    }

    /// Another member of an object, left out when there is no value.
    mutating func appendJSON(_ string: String?, named name: StaticString) {
        guard let string else { return }
        appendName(name)
        appendJSON(string)
    }

    mutating func appendJSON(_ instant: Instant?, named name: StaticString) {
        guard let instant else { return }
        appendName(name)
        append(JSONText.quote)
        append(contentsOf: instant.iso8601.utf8)
        append(JSONText.quote)
    }

    mutating func appendJSON(_ truth: Bool?, named name: StaticString) {
        guard let truth else { return }
        appendName(name)
        append(contentsOf: (truth ? "true" : "false").utf8)
    }

    private mutating func appendName(_ name: StaticString) {
        append(contentsOf: ",\"".utf8)
        append(contentsOf: name.description.utf8)
        append(contentsOf: "\":".utf8)
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case JSONText.quote, JSONText.backslash: append(contentsOf: [JSONText.backslash, byte])
        case 0x0A: append(contentsOf: "\\n".utf8)
        case 0x0D: append(contentsOf: "\\r".utf8)
        case 0x09: append(contentsOf: "\\t".utf8)
        case ..<0x20:
            append(contentsOf: byte < 0x10 ? "\\u000".utf8 : "\\u001".utf8)
            append(contentsOf: String(byte & 0x0F, radix: 16).utf8)
        default: append(byte)
        }
    }
}

private func needsEscape(_ byte: UInt8) -> Bool { byte < 0x20 || byte == JSONText.quote || byte == JSONText.backslash }
