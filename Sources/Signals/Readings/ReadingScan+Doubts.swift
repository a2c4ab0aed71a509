import TextMatching

/// What makes a number no reading after all.
extension ReadingScan {
    func sentence(of index: Int) -> Range<Int> {
        var first = index
        while first > 0, tokens[first - 1].id != .hardBorder { first -= 1 }
        var end = index
        while end < tokens.count, tokens[end].id != .hardBorder { end += 1 }
        return first..<end
    }

    private func clause(of index: Int) -> Range<Int> {
        var first = index
        while first > 0, !isBorder(first - 1) { first -= 1 }
        var end = index
        while end < tokens.count, !isBorder(end), !use(end).has(.and), !(end > index && isLabelOfNext(end)) { end += 1 }
        return first..<end
    }

    func isExcluded(_ number: NoteNumber, _ form: Int, hasUnit: Bool) -> Bool {
        let bit = UInt16(1) << UInt16(form)
        if isChange(number, bit) { return true }
        let clause = clause(of: number.tokens.lowerBound)
        if clause.contains(where: { use($0).unless & bit != 0 }) {
            return !isNamed(number, bit)
        }
        let needsSentence = table.forms[form].comesInLists && !hasLabel(form, number, within: 12)
        guard needsSentence, !clause.contains(where: { use($0).despite & bit != 0 }) else { return false }
        return sentence(of: number.tokens.lowerBound).contains { use($0).unless & bit != 0 }
    }

    /// "8 fl oz of water": a drink at most four words behind.
    private func isNamed(_ number: NoteNumber, _ bit: UInt16) -> Bool {
        for at in number.tokens.upperBound + 1...number.tokens.upperBound + 4 {
            if id(at) == .hardBorder { return false }
            if use(at).despite & bit != 0 { return true }
        }
        return false
    }

    /// "lost 3 kg", "up 4.6 lb", "6 lb heavier".
    private func isChange(_ number: NoteNumber, _ bit: UInt16) -> Bool {
        var at = number.tokens.lowerBound - 1
        while number.tokens.lowerBound - at <= 4, !isBorder(at), !use(at).has(.to) {
            if use(at).changes & bit != 0 { return true }
            at -= 1
        }
        let behind = number.tokens.upperBound
        let stillToCome = NumberLanguage.Role.to.bit | NumberLanguage.Role.old.bit
        for index in behind + 1...behind + 3 {
            if isBorder(index) { break }
            if use(index).changes & bit != 0 { return !use(index + 1).has(any: stillToCome) }
        }
        return false
    }

    /// "<90", "below 90", "if sats fall to 90".
    func isLimit(_ number: NoteNumber) -> Bool {
        let first = number.tokens.lowerBound
        var byte = Int(tokens[first].start) - 1
        while byte >= 0, bytes[byte] == 0x20 || bytes[byte] == 0x3d { byte -= 1 }
        if byte >= 0, bytes[byte] == 0x3c || bytes[byte] == 0x3e { return true }
        if byte >= 2, bytes[byte - 2] == 0xe2, bytes[byte - 1] == 0x89 { return true }
        if use(first - 1).has(.limit) || (use(first - 1).has(.filler) && use(first - 2).has(.limit)) { return true }
        var at = first - 1
        while first - at <= 10, !isBorder(at) || id(at) == .colon {
            if use(at).has(.condition) { return true }
            at -= 1
        }
        return false
    }

    func isOld(_ number: NoteNumber, _ take: Take) -> Bool {
        let first = number.tokens.lowerBound
        let before = use(first - 1).has(.filler) || id(first - 1) == .colon ? first - 2 : first - 1
        if use(first - 1).has(.old) || use(before).has(.old) { return true }
        let isSecond = latest.map { $0.form == take.form && sentence(of: first).contains($0.first) } ?? false
        let isWas = use(first - 1).has(.was) || (use(first - 1).has(.filler) && use(first - 2).has(.was))
        if isSecond, isWas, !(1...4).contains(where: { use(first - $0).has(.again) }) { return true }
        return isPast(behind: take.last) || isPast(before: first)
    }

    /// "61.9 in November".
    private func isPast(behind last: Int) -> Bool {
        for index in last + 1...last + 6 {
            if isBorder(index) || use(index).has(.was) || use(index).has(.old) { return false }
            if use(index).has(.past) || (use(index).has(.pastLead) && startsPast(index + 1)) { return true }
        }
        return false
    }

    /// "In January the same scale said 8 stone 11".
    private func isPast(before first: Int) -> Bool {
        var at = first - 1
        while first - at <= 12, !isBorder(at) {
            if use(at).has(.past) || (use(at).has(.pastLead) && startsPast(at + 1)) { return true }
            at -= 1
        }
        return false
    }

    private func startsPast(_ index: Int) -> Bool {
        use(index).has(.pastTime) || (use(index).has(.filler) && use(index + 1).has(.pastTime))
    }
}
