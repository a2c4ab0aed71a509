/// Punctuation and symbols: what is a border, what stands for a word.
extension Tokenizer {
    mutating func take(_ symbol: SymbolTokens.Symbol, _ scan: inout Scan) {
        let start = scan.position
        switch symbol.meaning {
        case .word(let id):
            scan.position += symbol.length
            scan.word(id, from: start, to: scan.position)
        case .border(let id): scan.border(id, at: start, length: symbol.length)
        case .dash: dash(length: symbol.length, &scan)
        case .nothing: scan.position += symbol.length
        }
    }

    private mutating func dash(length: Int, _ scan: inout Scan) {
        let start = scan.position
        let isSpaced = scan.byte(start - 1) == 0x20 || scan.byte(start + length) == 0x20
        guard isSpaced else {
            scan.position += length
            return
        }
        let isField = scan.wordsInLine > 0 && scan.wordsInLine <= 3 && !scan.hasColon
        scan.border(isField ? .colon : .softBorder, at: start, length: length)
    }

    mutating func mark(_ byte: UInt8, _ scan: inout Scan) {
        let start = scan.position
        switch byte {
        case 0x0a, 0x0d, 0x21, 0x3b: scan.border(.hardBorder, at: start, length: 1)
        case 0x2e: fullStop(&scan)
        case 0x3f:
            if isQuery(at: start, scan) {
                scan.position += 1
                scan.word(symbols.query, from: start, to: start + 1)
            } else {
                scan.border(.hardBorder, at: start, length: 1)
            }
        case 0x2c, 0x28, 0x29, 0x5b, 0x5d, 0x2f: scan.border(.softBorder, at: start, length: 1)
        case 0x3a, 0x3d:
            if scan.hasColon { endField(&scan) }
            scan.border(.colon, at: start, length: 1)
        case 0x2d: dash(length: 1, &scan)
        case 0x2b: plus(&scan)
        case 0x26:
            scan.position += 1
            scan.word(symbols.and, from: start, to: start + 1)
        case 0x40:
            scan.position += 1
            scan.word(symbols.at, from: start, to: start + 1)
        case 0x25:
            scan.position += 1
            scan.word(symbols.percent, from: start, to: start + 1)
        default: scan.position += 1
        }
    }

    /// "Meds: given MAR: signed": the heading before a second colon of a line begins a field of its own.
    private mutating func endField(_ scan: inout Scan) {
        var heading = scan.tokens.count
        var index = heading - 1
        while index > 0, index >= scan.tokens.count - 3, !scan.tokens[index].isBorder {
            if scan.bytes[Int(scan.tokens[index].start)] &- 0x41 < 26 { heading = index }
            index -= 1
        }
        guard heading < scan.tokens.count, heading > 0, !scan.tokens[heading - 1].isBorder else { return }
        let start = scan.tokens[heading].start
        scan.tokens.insert(Token(start: start, end: start, id: .hardBorder), at: heading)
    }

    /// "?UTI" and, where a clause begins, "? UTI": a suspicion, not the end of a question.
    private func isQuery(at mark: Int, _ scan: Scan) -> Bool {
        if isLetter(scan.byte(mark + 1)) { return !isLetter(scan.byte(mark - 1)) }
        let beginsClause = scan.tokens.last?.isBorder ?? true
        return beginsClause && scan.byte(mark + 1) == 0x20 && isLetter(scan.byte(mark + 2))
    }

    private mutating func plus(_ scan: inout Scan) {
        let start = scan.position
        var end = start
        while scan.byte(end) == 0x2b { end += 1 }
        scan.position = end
        scan.word(end - start > 1 ? symbols.plenty : symbols.and, from: start, to: end)
    }

    private mutating func fullStop(_ scan: inout Scan) {
        let start = scan.position
        var end = start
        while scan.byte(end) == 0x2e, end < scan.bytes.count { end += 1 }
        if end - start > 1 {
            scan.border(.softBorder, at: start, length: end - start)
            return
        }
        if let last = scan.tokens.last, last.end == UInt32(start), !last.isBorder {
            var hash = WordHash()
            for index in Int(last.start)..<start { hash.add(Folding.lower(scan.bytes[index])) }
            if forms.endsNoSentence(hash.value) {
                scan.position += 1
                return
            }
        }
        scan.border(.hardBorder, at: start, length: 1)
    }
}
