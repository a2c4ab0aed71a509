extension JSONText {
    /// The bytes of a string with its escapes resolved, surrogate pairs joined.
    static func unescaped(_ text: Span<UInt8>, _ bytes: Range<Int>) throws(Rejection) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var at = bytes.lowerBound
        while at < bytes.upperBound {
            let byte = text[at]
            at += 1
            if byte != backslash {
                plain.append(byte)
                continue
            }
            guard at < bytes.upperBound else { throw .brokenEscape }
            let letter = text[at]
            at += 1
            if letter == UInt8(ascii: "u") {
                plain.append(contentsOf: UTF8.encode(try scalar(text, &at, bytes.upperBound)) ?? UTF8.encodedReplacementCharacter)
            } else {
                plain.append(try control(letter))
            }
        }
        return plain
    }

    private static func control(_ letter: UInt8) throws(Rejection) -> UInt8 {
        switch letter {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case quote, backslash, UInt8(ascii: "/"): letter
        default: throw .brokenEscape
        }
    }

    private static func scalar(_ text: Span<UInt8>, _ at: inout Int, _ end: Int) throws(Rejection) -> Unicode.Scalar {
        let first = try hexadecimal(text, &at, end)
        if first == 0 { throw .nulByte }
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, at + 2 <= end, text[at] == backslash, text[at + 1] == UInt8(ascii: "u") else { throw .brokenEscape }
        at += 2
        let second = try hexadecimal(text, &at, end)
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw .brokenEscape }
        return scalar
    }

    private static func hexadecimal(_ text: Span<UInt8>, _ at: inout Int, _ end: Int) throws(Rejection) -> UInt32 {
        guard at + 4 <= end else { throw .brokenEscape }
        var value: UInt32 = 0
        for index in at..<at + 4 {
            guard let digit = Character(Unicode.Scalar(text[index])).hexDigitValue else { throw .brokenEscape }
            value = value << 4 | UInt32(digit)
        }
        at += 4
        return value
    }
}
