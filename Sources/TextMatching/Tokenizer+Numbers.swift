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
        if isLetter(scan.byte(end)), takeWord(from: start, digitsTo: end, &scan) { return }
        scan.position = end
        if takePeriod(from: start, to: end, &scan) { return }
        let time = minute(from: start, to: end, scan).flatMap(forms.time)
        scan.word(time ?? numberID(from: start, to: end, scan), from: start, to: end)
    }

    private func numberID(from start: Int, to end: Int, _ scan: Scan) -> TokenID {
        let known = forms.table.value(WordHash.of(scan.bytes[start..<end]))
        return known.map { forms.expansions[Int($0)].ids[0] } ?? .number
    }

    /// "2nite", "4get": known forms that begin with digits.
    private mutating func takeWord(from start: Int, digitsTo digitEnd: Int, _ scan: inout Scan) -> Bool {
        var end = start
        var hash = WordHash()
        while ByteClass.of(scan.byte(end)) == .digit || ByteClass.of(scan.byte(end)) == .letter, end - start < 12 {
            hash.add(Folding.lower(scan.bytes[end]))
            end += 1
        }
        guard end > digitEnd, let known = forms.table.value(hash.value) else { return false }
        scan.position = end
        expand(forms.expansions[Int(known)], from: start, to: end, &scan)
        return true
    }

    /// "3/7" as "3 days"; "88/52" is a blood pressure.
    private func takePeriod(from start: Int, to end: Int, _ scan: inout Scan) -> Bool {
        guard let slash = scan.bytes[start..<end].firstIndex(of: 0x2f),
            let count = value(from: start, to: slash, scan), (1...12).contains(count),
            let word = period(from: slash + 1, to: end, scan)
        else { return false }
        scan.word(numberID(from: start, to: slash, scan), from: start, to: slash)
        scan.word(word, from: slash, to: end)
        return true
    }

    func period(from start: Int, to end: Int, _ scan: Scan) -> TokenID? {
        guard (1...2).contains(end - start) else { return nil }
        return value(from: start, to: end, scan).flatMap { forms.period(of: $0, in: scan.region) }
    }

    /// The minute of the day of "02:45" or "0245"; nil for what is no time.
    private func minute(from start: Int, to end: Int, _ scan: Scan) -> Int? {
        let colon = scan.bytes[start..<end].firstIndex(of: 0x3a)
        let isFourDigits = end - start == 4 && scan.bytes[start] == 0x30
        guard colon.map({ (1...2).contains($0 - start) && end - $0 == 3 }) ?? isFourDigits,
            let hour = value(from: start, to: colon ?? start + 2, scan),
            let minute = value(from: colon.map { $0 + 1 } ?? start + 2, to: end, scan), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// nil where not all are digits.
    private func value(from start: Int, to end: Int, _ scan: Scan) -> Int? {
        var value = 0
        for index in start..<end {
            guard ByteClass.of(scan.bytes[index]) == .digit else { return nil }
            value = value * 10 + Int(scan.bytes[index] - 0x30)
        }
        return value
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
