extension JSONText {
    /// Moves past one value of any kind, checking that it is well formed.
    static func skipValue(_ text: Span<UInt8>, _ at: inout Int, depth: Int = 0) throws(Rejection) {
        skipSpace(text, &at)
        guard at < text.count, depth < maxDepth else {
            throw .notJSON(expected: depth < maxDepth ? "a value" : "at most \(maxDepth) nested levels")
        }
        switch text[at] {
        case quote: _ = try quotedRange(text, &at)
        case UInt8(ascii: "{"): try skipObject(text, &at, depth)
        case UInt8(ascii: "["): try skipList(text, &at, depth)
        case UInt8(ascii: "t") where isLiteral("true", text, &at): return
        case UInt8(ascii: "f") where isLiteral("false", text, &at): return
        case UInt8(ascii: "n") where isLiteral("null", text, &at): return
        default: try skipNumber(text, &at)
        }
    }

    private static func skipObject(_ text: Span<UInt8>, _ at: inout Int, _ depth: Int) throws(Rejection) {
        at += 1
        if isEmpty(closing: UInt8(ascii: "}"), text, &at) { return }
        repeat {
            _ = try quotedRange(text, &at)
            try expect(UInt8(ascii: ":"), text, &at)
            try skipValue(text, &at, depth: depth + 1)
        } while try hasNext(closing: UInt8(ascii: "}"), text, &at)
    }

    private static func skipList(_ text: Span<UInt8>, _ at: inout Int, _ depth: Int) throws(Rejection) {
        at += 1
        if isEmpty(closing: UInt8(ascii: "]"), text, &at) { return }
        repeat { try skipValue(text, &at, depth: depth + 1) } while try hasNext(closing: UInt8(ascii: "]"), text, &at)
    }

    static func skipNumber(_ text: Span<UInt8>, _ at: inout Int) throws(Rejection) {
        let start = at
        if at < text.count, text[at] == UInt8(ascii: "-") { at += 1 }
        let firstDigit = at
        skipDigits(text, &at)
        guard at > firstDigit else {
            at = start
            throw .notJSON(expected: "a value")
        }
        if at < text.count, text[at] == UInt8(ascii: ".") {
            at += 1
            skipDigits(text, &at)
        }
        if at < text.count, text[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < text.count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") { at += 1 }
            skipDigits(text, &at)
        }
    }

    private static func skipDigits(_ text: Span<UInt8>, _ at: inout Int) {
        while at < text.count, text[at] &- 0x30 < 10 { at += 1 }
    }
}
