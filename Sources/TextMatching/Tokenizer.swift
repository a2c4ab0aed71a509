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
    let symbols: SymbolTokens

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
        /// A field of the line has begun.
        var hasColon = false

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
            if id == .hardBorder {
                wordsInLine = 0
                hasColon = false
            } else if id == .colon {
                hasColon = true
            }
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
        case .space: space(&scan)
        case .other: mark(byte, &scan)
        }
    }

    /// Three spaces and more divide the fields of a line.
    private mutating func space(_ scan: inout Scan) {
        let start = scan.position
        while scan.position < scan.bytes.count, ByteClass.of(scan.bytes[scan.position]) == .space { scan.position += 1 }
        guard scan.hasColon, scan.position - start >= 3, scan.position < scan.bytes.count else { return }
        scan.border(.hardBorder, at: start, length: scan.position - start)
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
        if end - start <= 5, isJoint(scan.byte(end)), takeJoined(from: start, to: end, &scan) { return }
        scan.position = end
        emit(hash.value, from: start, to: end, &scan)
    }

    @inline(__always)
    func isLetter(_ byte: UInt8) -> Bool {
        let kind = ByteClass.of(byte)
        return kind == .letter || kind == .high
    }

    @inline(__always)
    private func isJoint(_ byte: UInt8) -> Bool { byte == 0x2f || byte == 0x26 || byte == 0x2e }

    /// Initials ("p.m.") and known short forms with a slash or an ampersand ("c/o", "a&e", "w/").
    private mutating func takeJoined(from start: Int, to end: Int, _ scan: inout Scan) -> Bool {
        if scan.byte(end) == 0x2e { return takeInitials(from: start, to: end, &scan) }
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
        guard let best else { return takeCountedPeriod(from: start, to: end, &scan) }
        scan.position = best.end
        expand(forms.expansions[Int(best.index)], from: start, to: best.end, &scan)
        return true
    }

    /// "x3/7" as "x3 days".
    private mutating func takeCountedPeriod(from start: Int, to end: Int, _ scan: inout Scan) -> Bool {
        guard scan.byte(end) == 0x2f, ByteClass.of(scan.byte(end - 1)) == .digit else { return false }
        var last = end + 1
        while ByteClass.of(scan.byte(last)) == .digit { last += 1 }
        guard let word = period(from: end + 1, to: last, scan) else { return false }
        scan.position = last
        emit(WordHash.of(scan.bytes[start..<end].map(Folding.lower)), from: start, to: end, &scan)
        scan.word(word, from: end, to: last)
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
        // A capital inside a sentence begins a name, which is no misspelling.
        let isName = isCapitalised(from: start, to: end, scan) && !(scan.tokens.last?.isBorder ?? true)
        let key = isName ? ~hash : hash
        if let index = learnt.value(key) {
            for id in learntExpansions[Int(index)] { scan.word(id, from: start, to: end) }
            return
        }
        let written = Folding.lowercased(scan.bytes[start..<end])
        let ids = resolve(written, isName: isName)
        learnt.set(key, UInt32(learntExpansions.count))
        learntExpansions.append(ids)
        for id in ids { scan.word(id, from: start, to: end) }
    }

    mutating func expand(
        _ expansion: NormalForms.Expansion, from start: Int, to end: Int, _ scan: inout Scan
    ) {
        let regional = expansion.regional.first { $0.region == scan.region }
        for id in regional?.ids ?? expansion.ids { scan.word(id, from: start, to: end) }
    }

    private func isCapitalised(from start: Int, to end: Int, _ scan: Scan) -> Bool {
        (scan.bytes[start] &- 0x41) < 26 && end - start > 1 && (scan.bytes[start + 1] &- 0x61) < 26
    }

    /// The ids of a spelling that no list names.
    private func resolve(_ written: [UInt8], isName: Bool) -> [TokenID] {
        if let apostrophe = written.lastIndex(of: 0x27) {
            let stem = Array(written[..<apostrophe])
            if let known = forms.table.value(WordHash.of(stem)) { return forms.expansions[Int(known)].ids }
            return resolve(stem, isName: isName)
        }
        let squeezed = squeeze(written)
        if squeezed.count < written.count {
            if let known = forms.table.value(WordHash.of(squeezed)) { return forms.expansions[Int(known)].ids }
        }
        if written.count >= 5, written.suffix(2) == [0x69, 0x6e] {
            if let known = forms.table.value(WordHash.of(written + [0x67])) { return forms.expansions[Int(known)].ids }
        }
        guard written.count >= 5, !isName, !forms.isRealWord(WordHash.of(written)) else { return [.unknown] }
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
}
