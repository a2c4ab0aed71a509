import TextMatching

/// Reads the number that begins at a token: in digits, in words, or with "over", "point" and "and a half".
struct NumberReader {
    let table: ReadingTable
    let tokens: [Token]
    let bytes: [UInt8]

    func number(at index: Int) -> NoteNumber? {
        guard var number = simple(at: index) else { return nil }
        number = withHalf(number)
        return paired(number)
    }

    func isNumber(_ index: Int) -> Bool {
        guard index < tokens.count, index >= 0, !tokens[index].isBorder else { return false }
        return isDigit(Int(tokens[index].start)) || table.use(tokens[index].id).number >= 0 || isHalfUnit(index)
    }

    /// "half a litre".
    private func isHalfUnit(_ index: Int) -> Bool {
        guard use(index).has(.half), use(index + 1).has(.filler), use(index + 2).unit >= 0 else { return false }
        return table.forms[table.units[Int(use(index + 2).unit)].form].comesInLists
    }

    func use(_ index: Int) -> WordUse {
        index >= 0 && index < tokens.count ? table.use(tokens[index].id) : .nothing
    }

    func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0x20 }

    private func isDigit(_ index: Int) -> Bool { byte(index) >= 0x30 && byte(index) <= 0x39 }

    private func simple(at index: Int) -> NoteNumber? {
        guard isNumber(index) else { return nil }
        if isHalfUnit(index) { return NoteNumber(0.5, at: index...index + 1) }
        if isDigit(Int(tokens[index].start)) {
            guard var number = NoteNumber(tokens[index], at: index, bytes) else { return nil }
            if number.decimals == 0, number.second == nil, use(index + 1).has(.point) { addDecimals(&number, at: index + 2) }
            return number
        }
        return spoken(at: index)
    }

    /// "ninety-eight", "one oh two", "one thirty two", "a hundred and two".
    private func spoken(at index: Int) -> NoteNumber? {
        var value = Int(use(index).number)
        var last = value
        var at = index + 1
        while at < tokens.count {
            let word = use(at)
            if word.has(.hundred), value > 0, value < 100 {
                value *= 100
                last = 100
            } else if word.number >= 0, let sum = Self.sum(value, last, Int(word.number)) {
                value = sum
                last = word.number == 0 ? 100 : Int(word.number)
            } else if word.has(.and), last == 100, value >= 100, use(at + 1).number > 0 {
                at += 1
                continue
            } else {
                break
            }
            at += 1
        }
        var number = NoteNumber(Double(value), at: index...(at - 1))
        if use(at).has(.point) { addDecimals(&number, at: at + 1) }
        return number
    }

    /// The value so far with one more word; nil when the word begins another number.
    private static func sum(_ value: Int, _ last: Int, _ next: Int) -> Int? {
        switch (last, next) {
        case (100, 1...99): value + next
        case (20...90, 1...9) where last % 10 == 0: value + next
        case (1...9, 10...99) where value < 10: value * 100 + next
        case (1...9, 0) where value < 10: value * 100
        default: nil
        }
    }

    private func addDecimals(_ number: inout NoteNumber, at index: Int) {
        var at = index
        var scale = 0.1
        while at < tokens.count, at < index + 2, isNumber(at) {
            let word = use(at)
            let digit = isDigit(Int(tokens[at].start)) ? NoteNumber(tokens[at], at: at, bytes)?.first : Double(word.number)
            guard let digit, digit < 10 else { break }
            number.first += digit * scale
            scale /= 10
            number.decimals += 1
            number.tokens = number.tokens.lowerBound...at
            at += 1
        }
    }

    /// "9½", "nine and a half", "9 1/2".
    private func withHalf(_ number: NoteNumber) -> NoteNumber {
        guard number.decimals == 0, number.second == nil else { return number }
        let last = number.tokens.upperBound
        var result = number
        var end: Int?
        if use(last + 1).has(.half), byte(Int(tokens[last + 1].start)) >= 0x80 { end = last + 1 }
        if use(last + 1).has(.and), use(last + 3).has(.half) { end = last + 3 }
        if last + 1 < tokens.count, tokens[last + 1].end - tokens[last + 1].start == 3,
            let half = NoteNumber(tokens[last + 1], at: last + 1, bytes), half.first == 1, half.second == 2
        {
            end = last + 1
        }
        guard let end else { return number }
        result.first += 0.5
        result.decimals = 1
        result.tokens = number.tokens.lowerBound...end
        return result
    }

    /// "128 over 74", "128 / 74".
    private func paired(_ number: NoteNumber) -> NoteNumber {
        let last = number.tokens.upperBound
        guard number.second == nil, number.decimals == 0, number.first >= 50, number.first < 300, last + 2 < tokens.count
        else { return number }
        let isSlash = tokens[last + 1].id == .softBorder && byte(Int(tokens[last + 1].start)) == 0x2f
        guard isSlash || use(last + 1).has(.over), let under = simple(at: last + 2), under.second == nil, under.first >= 20
        else { return number }
        var result = number
        result.second = under.first
        result.tokens = number.tokens.lowerBound...under.tokens.upperBound
        return result
    }
}
