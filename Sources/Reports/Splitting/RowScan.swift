/// Looks for the end of one row; goes on where it stopped when more text has come.
struct RowScan {
    private var scanned = 0
    private var state = State.cellStart
    private var lines = 0
    private var firstLineEnd: Int?

    private enum State { case cellStart, plain, quoted, afterQuote, refusing }

    mutating func cut(_ text: Span<UInt8>, from start: Int, delimiter: UInt8, maxBytes: Int, atEnd: Bool) -> RecordCut? {
        var at = start + scanned
        while true {
            skipPlainBytes(text, &at, delimiter)
            if state == .quoted, at - start > maxBytes { state = .refusing }
            if state == .refusing, let firstLineEnd { return refuse(text, start, lineEnd: start + firstLineEnd) }
            guard at < text.count else { break }
            let byte = text[at]
            if state == .quoted, byte == 0x0A {
                seeLineInCell(at - start)
            } else if byte == 0x0A {
                return finish(text, start, lineEnd: at)
            } else {
                state = state(after: byte, delimiter)
            }
            at += 1
        }
        scanned = at - start
        guard atEnd, at > start else { return nil }
        if state == .quoted, let firstLineEnd { return refuse(text, start, lineEnd: start + firstLineEnd) }
        if state == .quoted { state = .refusing }
        return finish(text, start, lineEnd: at)
    }

    /// Moves to the next byte that can change the state.
    private func skipPlainBytes(_ text: Span<UInt8>, _ at: inout Int, _ delimiter: UInt8) {
        switch state {
        case .plain: while at < text.count, text[at] != delimiter, text[at] != 0x0A { at += 1 }
        case .quoted: while at < text.count, text[at] != 0x22, text[at] != 0x0A { at += 1 }
        case .refusing: while at < text.count, text[at] != 0x0A { at += 1 }
        case .cellStart, .afterQuote: break
        }
    }

    private func state(after byte: UInt8, _ delimiter: UInt8) -> State {
        switch state {
        case .cellStart: byte == 0x22 ? .quoted : byte == delimiter ? .cellStart : .plain
        case .plain: byte == delimiter ? .cellStart : .plain
        case .quoted: .afterQuote
        case .afterQuote:
            byte == 0x22 ? .quoted : byte == delimiter ? .cellStart : byte == 0x0D || byte == 0x20 ? .afterQuote : .refusing
        case .refusing: .refusing
        }
    }

    private mutating func seeLineInCell(_ offset: Int) {
        lines += 1
        if firstLineEnd == nil { firstLineEnd = offset }
    }

    private func finish(_ text: Span<UInt8>, _ start: Int, lineEnd: Int) -> RecordCut {
        if state == .refusing { return refuse(text, start, lineEnd: lineEnd) }
        let length = lengthWithoutReturn(text, start, lineEnd)
        let hasLineEnd = lineEnd < text.count
        return RecordCut(
            length: length, next: lineEnd - start + (hasLineEnd ? 1 : 0), lines: lines + (hasLineEnd ? 1 : 0),
            outcome: length == 0 ? .blank : .record)
    }

    private func refuse(_ text: Span<UInt8>, _ start: Int, lineEnd: Int) -> RecordCut {
        let hasLineEnd = lineEnd < text.count
        return RecordCut(
            length: lengthWithoutReturn(text, start, lineEnd), next: lineEnd - start + (hasLineEnd ? 1 : 0),
            lines: hasLineEnd ? 1 : 0, outcome: .refused(.unbalancedQuote))
    }

    private func lengthWithoutReturn(_ text: Span<UInt8>, _ start: Int, _ lineEnd: Int) -> Int {
        lineEnd > start && text[lineEnd - 1] == 0x0D ? lineEnd - 1 - start : lineEnd - start
    }
}
