import Signals

/// A report's signals as bytes: small, and quick to read back when a client is folded anew.
struct SignalsBlob {
    private static let version: UInt8 = 2
    /// The last one that knew no details.
    private static let undetailed: UInt8 = 1

    static func bytes(_ signals: [Signal]) -> [UInt8] {
        var bytes: [UInt8] = [version]
        bytes.reserveCapacity(2 + signals.count * 64)
        bytes.append(number: signals.count)
        for signal in signals { append(signal, to: &bytes) }
        return bytes
    }

    private static func append(_ signal: Signal, to bytes: inout [UInt8]) {
        bytes.append(text: signal.concept.rawValue)
        bytes.append(UInt8(Assertion.allCases.firstIndex(of: signal.assertion) ?? 0))
        bytes.append(number: signal.start)
        bytes.append(number: signal.end - signal.start)
        let marks = [signal.value != nil, signal.value2 != nil, signal.unit != nil, signal.isImplausible]
        bytes.append(marks.enumerated().reduce(0) { $0 | ($1.element ? 1 << UInt8($1.offset) : 0) })
        if let value = signal.value { bytes.append(bits: value.bitPattern) }
        if let value = signal.value2 { bytes.append(bits: value.bitPattern) }
        if let unit = signal.unit { bytes.append(text: unit) }
        bytes.append(text: signal.source)
        bytes.append(number: signal.details.count)
        for detail in signal.details {
            bytes.append(text: detail.kind.rawValue)
            bytes.append(text: detail.value)
        }
    }

    /// Nil when the bytes are damaged.
    static func signals(_ bytes: [UInt8]) -> [Signal]? {
        var reader = BlobReader(bytes: bytes)
        guard let written = reader.byte(), (undetailed...version).contains(written), let count = reader.number(),
            count <= bytes.count
        else { return nil }
        var signals: [Signal] = []
        signals.reserveCapacity(count)
        for _ in 0..<count {
            guard var signal = signal(&reader) else { return nil }
            if written > undetailed {
                guard let details = details(&reader) else { return nil }
                signal.details = details
            }
            signals.append(signal)
        }
        return reader.isAtEnd ? signals : nil
    }

    private static func details(_ reader: inout BlobReader) -> [SignalDetail]? {
        guard let count = reader.number(), count <= SignalDetail.Kind.allCases.count else { return nil }
        var details: [SignalDetail] = []
        for _ in 0..<count {
            guard let kind = reader.text().flatMap(SignalDetail.Kind.init), let value = reader.text() else { return nil }
            details.append(SignalDetail(kind: kind, value: value))
        }
        return details
    }

    private static func signal(_ reader: inout BlobReader) -> Signal? {
        guard let concept = reader.text(), let assertion = reader.byte(), assertion < Assertion.allCases.count,
            let start = reader.number(), let length = reader.number(), let marks = reader.byte()
        else { return nil }
        let value = marks & 1 != 0 ? reader.bits().map(Double.init(bitPattern:)) : nil
        let value2 = marks & 2 != 0 ? reader.bits().map(Double.init(bitPattern:)) : nil
        let unit = marks & 4 != 0 ? reader.text() : nil
        guard let source = reader.text() else { return nil }
        return Signal(
            concept: Concept(concept), assertion: Assertion.allCases[Int(assertion)], start: start, end: start + length,
            value: value, value2: value2, unit: unit, isImplausible: marks & 8 != 0, source: source)
    }
}

extension [UInt8] {
    fileprivate mutating func append(number: Int) {
        var rest = UInt64(bitPattern: Int64(number))
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    fileprivate mutating func append(bits: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }

    fileprivate mutating func append(text: String) {
        append(number: text.utf8.count)
        append(contentsOf: text.utf8)
    }
}

private struct BlobReader {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() -> Int? {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 63, by: 7) {
            guard let byte = byte() else { return nil }
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(exactly: number) }
        }
        return nil
    }

    mutating func bits() -> UInt64? {
        guard bytes.count - position >= 8 else { return nil }
        defer { position += 8 }
        return (0..<8).reduce(0) { $0 | UInt64(bytes[position + $1]) << UInt64(8 * $1) }
    }

    mutating func text() -> String? {
        guard let count = number(), count <= bytes.count - position else { return nil }
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }
}
