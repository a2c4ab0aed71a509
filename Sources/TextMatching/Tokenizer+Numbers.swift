/// Numbers, and labels that a number is written at once behind.
extension Tokenizer {
    mutating func number(_ scan: inout Scan) {
        let start = scan.position
        var end = start
        while end < scan.bytes.count {
            let byte = scan.bytes[end]
            if ByteClass.of(byte) == .digit {
                end += 1
            } else if byte == 0x2e || byte == 0x3a || byte == 0x2f || byte == 0x2c && isWithinNumber(start, comma: end, scan),
                ByteClass.of(scan.byte(end + 1)) == .digit
            {
                end += 1
            } else {
                break
            }
        }
        scan.position = end
        let known = forms.table.value(WordHash.of(scan.bytes[start..<end]))
        scan.word(known.map { forms.expansions[Int($0)].ids[0] } ?? .number, from: start, to: end)
    }

    /// A comma that divides thousands or stands for the decimal point, and does not list numbers ("128/70,76,98").
    private func isWithinNumber(_ start: Int, comma: Int, _ scan: Scan) -> Bool {
        for index in start..<comma where ByteClass.of(scan.bytes[index]) != .digit { return false }
        var end = comma + 1
        while ByteClass.of(scan.byte(end)) == .digit { end += 1 }
        let count = end - comma - 1
        return (count == 3 && comma - start <= 3) || (count == 1 && scan.byte(end) != 0x2c)
    }

    /// Whether the digits here are a measured value behind its label ("T36.9", "sats94%"), and the whole is no word of its own.
    func isStuckNumber(behind label: WordHash, from start: Int, at digit: Int, _ scan: Scan) -> Bool {
        guard forms.letsNumbersStick(label.value) else { return false }
        var end = digit
        while ByteClass.of(scan.byte(end)) == .digit { end += 1 }
        let hasFraction = (scan.byte(end) == 0x2e || scan.byte(end) == 0x2f) && ByteClass.of(scan.byte(end + 1)) == .digit
        guard end - digit >= 2 || hasFraction else { return false }
        var whole = label
        for index in digit..<end { whole.add(scan.bytes[index]) }
        return forms.table.value(whole.value) == nil
    }
}
