import TextMatching

/// A number as written: "51.3", "37,9", "146/82", "1,200".
struct NoteNumber {
    var first: Double
    /// What stands behind a slash.
    var second: Double?
    /// Digits behind the point.
    var decimals = 0
    /// Its first and last token.
    var tokens: ClosedRange<Int>
    /// "09.15", "0815", "22:30".
    var looksLikeTime = false

    init(_ value: Double, at tokens: ClosedRange<Int>) {
        first = value
        self.tokens = tokens
    }

    /// Nil for dates and what else is written with digits.
    init?(_ token: Token, at index: Int, _ bytes: [UInt8]) {
        let written = bytes[Int(token.start)..<min(Int(token.end), bytes.count)]
        tokens = index...index
        first = 0
        guard let slash = written.firstIndex(of: 0x2f) else {
            guard let (value, decimals) = Self.value(written) else { return nil }
            first = value
            self.decimals = decimals
            looksLikeTime = written.first == 0x30 && written.count >= 4
            return
        }
        guard let head = Self.value(written[..<slash]), let tail = Self.value(written[(slash + 1)...]) else { return nil }
        (first, second, decimals) = (head.0, tail.0, head.1)
    }

    /// A comma with three digits behind it divides thousands, any other is a decimal point.
    private static func value(_ digits: ArraySlice<UInt8>) -> (Double, Int)? {
        var value = 0.0
        var scale = 1.0
        var decimals = 0
        var hasPoint = false
        for index in digits.indices {
            switch digits[index] {
            case 0x30...0x39:
                value = value * 10 + Double(digits[index] - 0x30)
                if hasPoint { (scale, decimals) = (scale * 10, decimals + 1) }
            case 0x2c where digits.endIndex - index == 4 && !hasPoint: continue
            case 0x2e, 0x2c:
                guard !hasPoint else { return nil }
                hasPoint = true
            default: return nil
            }
        }
        return digits.isEmpty ? nil : (value / scale, decimals)
    }
}
