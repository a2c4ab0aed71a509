/// Reads what `StateWriter` wrote; damaged bytes throw, they never trap.
package struct StateReader {
    private let bytes: [UInt8]
    private var position = 0
    private var texts: [String] = []

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var isAtEnd: Bool { position == bytes.count }

    package mutating func byte() throws(StateDamage) -> UInt8 {
        guard position < bytes.count else { throw StateDamage(at: position) }
        position += 1
        return bytes[position - 1]
    }

    package mutating func flag() throws(StateDamage) -> Bool { try byte() != 0 }

    package mutating func number() throws(StateDamage) -> UInt64 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            guard shift < 64 else { throw StateDamage(at: position) }
            result |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return result }
            shift += 7
        }
    }

    package mutating func signed() throws(StateDamage) -> Int64 {
        let zigzag = try number()
        return Int64(bitPattern: (zigzag >> 1)) ^ -Int64(bitPattern: zigzag & 1)
    }

    /// A number of things that each take at least one byte.
    package mutating func count() throws(StateDamage) -> Int {
        let count = try number()
        guard count <= UInt64(bytes.count - position) else { throw StateDamage(at: position) }
        return Int(count)
    }

    /// A number that leaves room for counting on.
    package mutating func integer() throws(StateDamage) -> Int {
        guard let result = Int32(exactly: try number()) else { throw StateDamage(at: position) }
        return Int(result)
    }

    package mutating func fixed() throws(StateDamage) -> UInt64 {
        guard position + 8 <= bytes.count else { throw StateDamage(at: position) }
        var result: UInt64 = 0
        for index in 0..<8 { result |= UInt64(bytes[position + index]) << UInt64(8 * index) }
        position += 8
        return result
    }

    package mutating func double() throws(StateDamage) -> Double {
        try flag() ? Double(bitPattern: try fixed()) : 0
    }

    package mutating func text() throws(StateDamage) -> String {
        let reference = try number()
        if reference > 0 {
            guard reference <= UInt64(texts.count) else { throw StateDamage(at: position) }
            return texts[Int(reference) - 1]
        }
        let text = try textOnce()
        texts.append(text)
        return text
    }

    package mutating func textOnce() throws(StateDamage) -> String {
        let length = try count()
        let text = String(decoding: bytes[position..<position + length], as: UTF8.self)
        position += length
        return text
    }

    package mutating func optionalText() throws(StateDamage) -> String? { try flag() ? try text() : nil }

    package mutating func optionalDouble() throws(StateDamage) -> Double? {
        try flag() ? Double(bitPattern: try fixed()) : nil
    }
}

/// The bytes are no state of this version.
package struct StateDamage: Error, Hashable, Sendable {
    /// The byte at which reading failed.
    package let offset: Int

    package init(at offset: Int) { self.offset = offset }
}
