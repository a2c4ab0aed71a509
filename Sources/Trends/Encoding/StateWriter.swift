/// Writes the fold's state as compact bytes: variable-length integers, exact doubles, each text once.
package struct StateWriter {
    package private(set) var bytes: [UInt8] = []
    private var texts = TextTable()

    package init() { bytes.reserveCapacity(16_384) }

    package mutating func write(byte: UInt8) { bytes.append(byte) }

    package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    package mutating func write(count: Int) { write(UInt64(count)) }

    /// LEB128.
    package mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Zigzag, then LEB128.
    package mutating func write(_ number: Int64) {
        write(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    }

    package mutating func write(fixed number: UInt64) {
        var rest = number
        for _ in 0..<8 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Exact; zero takes one byte, others nine.
    package mutating func write(_ number: Double) {
        write(number != 0 || number.sign == .minus)
        if number != 0 || number.sign == .minus { write(fixed: number.bitPattern) }
    }

    /// A text that has been written before takes only its number.
    package mutating func write(_ text: String) {
        if let known = texts.number(of: text) {
            write(count: known + 1)
            return
        }
        write(byte: 0)
        writeOnce(text)
    }

    /// A text that will not come again.
    package mutating func writeOnce(_ text: String) {
        write(count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func write(_ text: String?) {
        write(text != nil)
        if let text { write(text) }
    }

    package mutating func write(_ number: Double?) {
        write(number != nil)
        if let number { write(fixed: number.bitPattern) }
    }
}
