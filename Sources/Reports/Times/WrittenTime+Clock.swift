extension WrittenTime {
    /// Seconds since midnight; -1 when the hour, minute or second does not exist, nil when no clock time stands there.
    static func clock(in text: Span<UInt8>, at: inout Int) -> Int? {
        let digits = countDigits(text, at)
        var hour = 0
        var minute = 0
        var second = 0
        switch digits {
        case 4, 6:
            hour = number(text, &at, digits: 2)
            minute = number(text, &at, digits: 2)
            if digits == 6 { second = number(text, &at, digits: 2) }
        case 1, 2:
            hour = number(text, &at, digits: digits)
            if at < text.count, text[at] == UInt8(ascii: ".") {
                guard pair(text, &at, after: UInt8(ascii: "."), into: &minute) else { return nil }
            } else {
                guard pair(text, &at, into: &minute) else { return nil }
                _ = pair(text, &at, into: &second)
            }
        default: return nil
        }
        skipFraction(text, &at)
        if let isAfternoon = halfOfDay(text, &at) {
            guard (1...12).contains(hour) else { return -1 }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        guard minute < 60, second <= 60, hour < 24 || hour == 24 && minute == 0 && second == 0 else { return -1 }
        return hour * 3_600 + minute * 60 + second
    }

    private static func pair(
        _ text: Span<UInt8>, _ at: inout Int, after separator: UInt8 = UInt8(ascii: ":"), into value: inout Int
    ) -> Bool {
        guard at < text.count, text[at] == separator, countDigits(text, at + 1) == 2 else { return false }
        at += 1
        value = number(text, &at, digits: 2)
        return true
    }

    private static func skipFraction(_ text: Span<UInt8>, _ at: inout Int) {
        guard at < text.count, text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",") else { return }
        at += 1
        while at < text.count, text[at] &- 0x30 < 10 { at += 1 }
    }

    private static func halfOfDay(_ text: Span<UInt8>, _ at: inout Int) -> Bool? {
        var next = at
        while next < text.count, text[next] == 0x20 { next += 1 }
        guard next + 1 < text.count, text[next + 1] | 0x20 == UInt8(ascii: "m") else { return nil }
        let letter = text[next] | 0x20
        guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
        at = next + 2
        return letter == UInt8(ascii: "p")
    }

    /// Seconds east of UTC: `Z`, `+01:00`, `+0100` or `+01`.
    static func offset(in text: Span<UInt8>, at: inout Int) -> Int? {
        let sign = text[at]
        at += 1
        if sign | 0x20 == UInt8(ascii: "z") { return 0 }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        var hours = 0
        var minutes = 0
        switch countDigits(text, at) {
        case 2:
            hours = number(text, &at, digits: 2)
            _ = pair(text, &at, into: &minutes)
        case 4:
            hours = number(text, &at, digits: 2)
            minutes = number(text, &at, digits: 2)
        default: return nil
        }
        guard hours <= 18, minutes < 60 else { return nil }
        return (hours * 3_600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }
}
