/// Parts JSON objects that stand behind each other over any number of lines, or in one list.
struct JSONValueSplitter {
    private var scanned = 0
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var lines = 0

    mutating func cut(_ text: Span<UInt8>, from start: Int, atEnd: Bool) -> RecordCut? {
        guard start < text.count else { return nil }
        if scanned == 0, isBetween(text[start]) { return blank(text, start) }
        if text[start] != UInt8(ascii: "{") { return strayLine(text, start, atEnd) }
        var at = start + scanned
        while at < text.count {
            let isDone = step(text[at])
            at += 1
            if isDone { return finished(at - start, .record) }
        }
        scanned = at - start
        guard atEnd else { return nil }
        return finished(at - start, .refused(.notJSON(expected: "a closing '}'")))
    }

    /// Takes in one byte; true when it closes the object.
    private mutating func step(_ byte: UInt8) -> Bool {
        if byte == 0x0A { lines += 1 }
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == JSONText.backslash {
                isEscaped = true
            } else if byte == JSONText.quote {
                isInString = false
            }
            return false
        }
        switch byte {
        case JSONText.quote: isInString = true
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        default: break
        }
        return depth == 0
    }

    private mutating func finished(_ length: Int, _ outcome: RecordCut.Outcome) -> RecordCut {
        defer { self = JSONValueSplitter() }
        return RecordCut(length: length, next: length, lines: lines, outcome: outcome)
    }

    private func blank(_ text: Span<UInt8>, _ start: Int) -> RecordCut {
        var at = start
        var lines = 0
        while at < text.count, isBetween(text[at]) {
            if text[at] == 0x0A { lines += 1 }
            at += 1
        }
        return RecordCut(length: at - start, next: at - start, lines: lines, outcome: .blank)
    }

    private mutating func strayLine(_ text: Span<UInt8>, _ start: Int, _ atEnd: Bool) -> RecordCut? {
        var at = start + scanned
        while at < text.count, text[at] != 0x0A { at += 1 }
        scanned = at - start
        guard at < text.count || atEnd else { return nil }
        return finished(at - start, .refused(.notJSON(expected: "'{'")))
    }

    private func isBetween(_ byte: UInt8) -> Bool {
        byte <= 0x20 && byte != 0 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
    }
}
