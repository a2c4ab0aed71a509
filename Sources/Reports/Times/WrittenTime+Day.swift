extension WrittenTime {
    /// The day at `at`, which moves past it; nil, and `at` as before, when what stands there is none.
    static func day(in text: Span<UInt8>, at: inout Int, order: IntakeSettings.DateOrder) -> Day? {
        let start = at
        let digits = countDigits(text, at)
        let found: Day? =
            switch digits {
            case 8: compactDay(text, &at)
            case 4: yearFirstDay(text, &at)
            case 1, 2: yearLastDay(text, &at, order)
            default: nil
            }
        if found == nil { at = start }
        return found
    }

    private static func compactDay(_ text: Span<UInt8>, _ at: inout Int) -> Day {
        Day(year: number(text, &at, digits: 4), month: number(text, &at, digits: 2), day: number(text, &at, digits: 2))
    }

    private static func yearFirstDay(_ text: Span<UInt8>, _ at: inout Int) -> Day? {
        let year = number(text, &at, digits: 4)
        guard let separator = dateSeparator(text, &at), let month = shortNumber(text, &at),
            dateSeparator(text, &at) == separator, let day = shortNumber(text, &at)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func yearLastDay(_ text: Span<UInt8>, _ at: inout Int, _ order: IntakeSettings.DateOrder) -> Day? {
        guard let first = shortNumber(text, &at), let separator = dateSeparator(text, &at) else { return nil }
        let named = monthName(text, &at)
        guard let second = named ?? shortNumber(text, &at), dateSeparator(text, &at) == separator else { return nil }
        let digits = countDigits(text, at)
        guard digits == 4 || digits == 2 else { return nil }
        let year = number(text, &at, digits: digits) + (digits == 2 ? 2_000 : 0)
        let dayFirst = named != nil || order == .dayFirst
        return Day(year: year, month: dayFirst ? second : first, day: dayFirst ? first : second)
    }

    private static func dateSeparator(_ text: Span<UInt8>, _ at: inout Int) -> UInt8? {
        guard at < text.count else { return nil }
        let byte = text[at]
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == 0x20 else {
            return nil
        }
        at += 1
        return byte
    }

    private static func monthName(_ text: Span<UInt8>, _ at: inout Int) -> Int? {
        guard at + 3 <= text.count else { return nil }
        let name = (0..<3).reduce(0) { $0 << 8 | UInt32(text[at + $1] | 0x20) }
        guard let index = monthNames.firstIndex(of: name) else { return nil }
        at += 3
        while at < text.count, (0x61...0x7A).contains(text[at] | 0x20) { at += 1 }
        return index + 1
    }

    private static let monthNames: [UInt32] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].map { name in name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}

extension WrittenTime {
    /// How many digits stand at `start`, at most nine.
    static func countDigits(_ text: Span<UInt8>, _ start: Int) -> Int {
        var at = start
        while at < text.count, at < start + 9, text[at] &- 0x30 < 10 { at += 1 }
        return at - start
    }

    /// The number of exactly `digits` digits, which the caller has seen there.
    static func number(_ text: Span<UInt8>, _ at: inout Int, digits: Int) -> Int {
        var value = 0
        for index in at..<at + digits { value = value * 10 + Int(text[index] &- 0x30) }
        at += digits
        return value
    }

    /// A number of one or two digits.
    static func shortNumber(_ text: Span<UInt8>, _ at: inout Int) -> Int? {
        let digits = countDigits(text, at)
        guard digits == 1 || digits == 2 else { return nil }
        return number(text, &at, digits: digits)
    }
}
