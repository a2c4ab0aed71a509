/// Turns UTF-16 into UTF-8 chunk by chunk. Half a surrogate pair becomes the byte 0xFF, so that its record is put aside.
struct UTF16Decoder {
    let isBigEndian: Bool
    private var oddByte: UInt8?
    private var highSurrogate: UInt16?

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for byte in bytes {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            append(isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first), to: &text)
        }
        return text
    }

    /// What is left at the end of the input.
    mutating func finish() -> [UInt8] {
        defer { (oddByte, highSurrogate) = (nil, nil) }
        return oddByte == nil && highSurrogate == nil ? [] : [Self.broken]
    }

    private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
        if let high = highSurrogate {
            highSurrogate = nil
            if UTF16.isTrailSurrogate(unit) {
                let value = 0x1_0000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                Self.append(Unicode.Scalar(value), to: &text)
                return
            }
            text.append(Self.broken)
        }
        if unit < 0x80 {
            text.append(UInt8(unit))
        } else if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
        } else {
            Self.append(Unicode.Scalar(unit), to: &text)
        }
    }

    private static func append(_ scalar: Unicode.Scalar?, to text: inout [UInt8]) {
        if let scalar, let bytes = UTF8.encode(scalar) {
            text.append(contentsOf: bytes)
        } else {
            text.append(broken)
        }
    }

    private static let broken: UInt8 = 0xFF

    /// How many bytes of UTF-16 the text was made from.
    static func sourceLength(of text: Span<UInt8>, _ range: Range<Int>) -> Int {
        var units = 0
        for index in range {
            let byte = text[index]
            if byte & 0xC0 != 0x80 { units += 1 }
            if byte >= 0xF0, byte < 0xF8 { units += 1 }
        }
        return units * 2
    }
}
