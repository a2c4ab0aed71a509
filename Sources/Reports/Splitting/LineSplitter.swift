/// Parts text into lines, each a record. Blank lines and the brackets of a list around them are no records.
struct LineSplitter {
    private var scanned = 0

    mutating func cut(_ text: Span<UInt8>, from start: Int, atEnd: Bool) -> RecordCut? {
        var at = start + scanned
        while at < text.count, text[at] != 0x0A { at += 1 }
        scanned = at - start
        guard at < text.count || atEnd && at > start else { return nil }
        scanned = 0
        let hasLineEnd = at < text.count
        let next = hasLineEnd ? at + 1 : at
        if at > start, text[at - 1] == 0x0D { at -= 1 }
        let outcome = isBlank(text, start..<at) ? RecordCut.Outcome.blank : .record
        return RecordCut(length: at - start, next: next - start, lines: hasLineEnd ? 1 : 0, outcome: outcome)
    }

    private func isBlank(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        var brackets = 0
        for index in line {
            switch text[index] {
            case 0x20, 0x09, 0x0D: continue
            case UInt8(ascii: "["), UInt8(ascii: "]"): brackets += 1
            default: return false
            }
            if brackets > 1 { return false }
        }
        return true
    }
}
