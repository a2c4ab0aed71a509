/// Reads bytes as tokens in normal form; keeps what it learns about unknown spellings, so use one a worker.
///
/// - Hyphens split words; slashes, commas, brackets and spaced dashes are soft borders.
/// - A full stop between digits, after a listed abbreviation or inside initials ends no sentence.
/// - A dash after at most three words of a line is the colon of a template field ("Falls - none").
/// - Known forms with a slash or ampersand ("c/o", "a&e") are one word.
package struct Tokenizer: Sendable {
    let forms: NormalForms
    private var learnt = HashTable(capacity: 1 << 12)
    private var learntExpansions: [[TokenID]] = []
    private let symbols: SymbolTokens

    package init(forms: NormalForms) {
        self.forms = forms
        symbols = SymbolTokens(forms: forms)
    }

    /// The tokens of a text, a hard border last.
    package mutating func tokens(in bytes: [UInt8], region: String?) -> [Token] {
        var scan = Scan(bytes: bytes, region: forms.region(region))
        scan.tokens.reserveCapacity(bytes.count / 3 + 8)
        while scan.position < bytes.count { step(&scan) }
        scan.border(.hardBorder, at: bytes.count, length: 0)
        return scan.tokens
    }

    /// The state of one text's reading.
    struct Scan {
        let bytes: [UInt8]
        let region: UInt8
        var position = 0
        var tokens: [Token] = []
        var wordsInLine = 0

        init(bytes: [UInt8], region: UInt8) {
            self.bytes = bytes
            self.region = region
        }

        @inline(__always)
        func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0x20 }

        mutating func word(_ id: TokenID, from start: Int, to end: Int) {
            tokens.append(Token(start: UInt32(start), end: UInt32(end), id: id))
            wordsInLine += 1
        }

        /// Neighbouring borders become one, the harder of them.
        mutating func border(_ id: TokenID, at start: Int, length: Int) {
            position = start + length
            if id == .hardBorder { wordsInLine = 0 }
            if let last = tokens.last, last.isBorder {
                if last.id < id { tokens[tokens.count - 1].id = id }
                return
            }
            tokens.append(Token(start: UInt32(start), end: UInt32(start + length), id: id))
        }
    }

    private mutating func step(_ scan: inout Scan) {
        let byte = scan.bytes[scan.position]
        switch ByteClass.of(byte) {
        case .letter, .high: word(&scan)
        case .digit: number(&scan)
        case .space: scan.position += 1
        case .other: mark(byte, &scan)
        }
    }

    private mutating func word(_ scan: inout Scan) {
        if scan.bytes[scan.position] >= 0x80, let symbol = symbols.symbol(at: scan.position, in: scan.bytes) {
            take(symbol, &scan)
            return
        }
        let start = scan.position
        var hash = WordHash()
        var end = start
        while end < scan.bytes.count {
            let byte = scan.bytes[end]
            if (byte | 0x20) &- 0x61 < 26 {
                hash.add(byte | 0x20)
                end += 1
                continue
            }
            switch ByteClass.of(byte) {
            case .digit:
                if end > start, isStuckNumber(behind: hash, from: start, at: end, scan) { break }
                hash.add(byte)
                end += 1
                continue
            case .high:
                guard let folded = Folding.letter(at: end, in: scan.bytes) else { break }
                if folded.isApostrophe {
                    guard isLetter(scan.byte(end + folded.length)) else { break }
                }
                hash.add(folded.letter)
                end += folded.length
                continue
            case .other:
                guard byte == 0x27, end > start, isLetter(scan.byte(end + 1)) else { break }
                hash.add(0x27)
                end += 1
                continue
            case .space, .letter: break
            }
            break
        }
        if end == start {
            scan.position += 1
            return
        }
        if takeJoined(from: start, to: end, &scan) { return }
        scan.position = end
        emit(hash.value, from: start, to: end, &scan)
    }

    @inline(__always)
    private func isLetter(_ byte: UInt8) -> Bool {
        let kind = ByteClass.of(byte)
        return kind == .letter || kind == .high
    }

    /// Initials ("p.m.") and known short forms with a slash or an ampersand ("c/o", "a&e", "w/").
    private mutating func takeJoined(from start: Int, to end: Int, _ scan: inout Scan) -> Bool {
        let joint = scan.byte(end)
        guard end - start <= 5, joint == 0x2f || joint == 0x26 || joint == 0x2e else { return false }
        if joint == 0x2e { return takeInitials(from: start, to: end, &scan) }
        var reach = end
        var best: (index: UInt32, end: Int)?
        var hash = WordHash()
        for index in start..<end { hash.add(Folding.lower(scan.bytes[index])) }
        while reach < scan.bytes.count, reach - start < 12 {
            let byte = scan.bytes[reach]
            let kind = ByteClass.of(byte)
            guard byte == 0x2f || byte == 0x26 || kind == .letter || kind == .digit else { break }
            hash.add(Folding.lower(byte))
            reach += 1
            let next = ByteClass.of(scan.byte(reach))
            guard next != .letter && next != .digit else { continue }
            if let known = forms.table.value(hash.value) { best = (known, reach) }
        }
        guard let best else { return false }
        scan.position = best.end
        expand(forms.expansions[Int(best.index)], from: start, to: best.end, &scan)
        return true
    }

    private mutating func takeInitials(from start: Int, to end: Int, _ scan: inout Scan) -> Bool {
        guard end - start == 1 else { return false }
        var hash = WordHash()
        hash.add(Folding.lower(scan.bytes[start]))
        var reach = end
        while scan.byte(reach) == 0x2e, isLetter(scan.byte(reach + 1)), !isLetter(scan.byte(reach + 2)) {
            hash.add(Folding.lower(scan.byte(reach + 1)))
            reach += 2
        }
        guard reach > end else { return false }
        if scan.byte(reach) == 0x2e { reach += 1 }
        scan.position = reach
        emit(hash.value, from: start, to: reach, &scan)
        return true
    }

    @inline(__always)
    private mutating func emit(_ hash: UInt64, from start: Int, to end: Int, _ scan: inout Scan) {
        if let known = forms.table.value(hash) {
            let plain = forms.plainIDs[Int(known)]
            if plain != NormalForms.severalIDs {
                scan.word(plain, from: start, to: end)
            } else {
                expand(forms.expansions[Int(known)], from: start, to: end, &scan)
            }
            return
        }
        if let index = learnt.value(hash) {
            for id in learntExpansions[Int(index)] { scan.word(id, from: start, to: end) }
            return
        }
        let written = Folding.lowercased(scan.bytes[start..<end])
        let ids = resolve(written)
        learnt.set(hash, UInt32(learntExpansions.count))
        learntExpansions.append(ids)
        for id in ids { scan.word(id, from: start, to: end) }
    }

    private mutating func expand(
        _ expansion: NormalForms.Expansion, from start: Int, to end: Int, _ scan: inout Scan
    ) {
        let regional = expansion.regional.first { $0.region == scan.region }
        for id in regional?.ids ?? expansion.ids { scan.word(id, from: start, to: end) }
    }

    /// The ids of a spelling that no list names.
    private func resolve(_ written: [UInt8]) -> [TokenID] {
        if let apostrophe = written.lastIndex(of: 0x27) {
            let stem = Array(written[..<apostrophe])
            if let known = forms.table.value(WordHash.of(stem)) { return forms.expansions[Int(known)].ids }
            return resolve(stem)
        }
        let squeezed = squeeze(written)
        if squeezed.count < written.count {
            if let known = forms.table.value(WordHash.of(squeezed)) { return forms.expansions[Int(known)].ids }
        }
        guard written.count >= 5, !forms.isRealWord(WordHash.of(written)) else { return [.unknown] }
        return [forms.correction(of: written) ?? .unknown]
    }

    /// "sooooo" as "so": runs of three and more letters become one.
    private func squeeze(_ word: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < word.count {
            var run = index
            while run < word.count, word[run] == word[index] { run += 1 }
            result += [UInt8](repeating: word[index], count: run - index > 2 ? 1 : run - index)
            index = run
        }
        return result
    }

    private mutating func take(_ symbol: SymbolTokens.Symbol, _ scan: inout Scan) {
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
        let isField = scan.wordsInLine > 0 && scan.wordsInLine <= 3
        scan.border(isField ? .colon : .softBorder, at: start, length: length)
    }

    private mutating func mark(_ byte: UInt8, _ scan: inout Scan) {
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
        case 0x3a, 0x3d: scan.border(.colon, at: start, length: 1)
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
