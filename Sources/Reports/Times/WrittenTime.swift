/// A point in time as people and programs write it: perhaps without a day, a time of day or an offset.
///
/// - ISO 8601: `2026-01-06T08:05:00+00:00`, `…Z`, a space for the `T`, fractions (cut off), `20260106T080500Z`, a day alone.
/// - `06/01/2026 08:05` (also with `-` or `.`, months as `Jan`, years of two digits as 20yy), the order of day and month as configured.
/// - `8:05 am` or `08.05`, a time of day alone; `24:00` and a leap second run over into the next day or minute.
struct WrittenTime {
    var day: Day?
    /// Seconds since midnight.
    var clock: Int?
    /// Seconds east of UTC.
    var offset: Int?

    struct Day: Hashable {
        var year: Int
        var month: Int
        var day: Int

        /// The day after; the caller has checked that this one exists.
        var next: Day {
            let (year, month, day) = Instant.utc(year: year, month: month, day: day).adding(days: 1).civilDate
            return Day(year: year, month: month, day: day)
        }

        var exists: Bool {
            guard (1...12).contains(month), day >= 1 else { return false }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths: InlineArray<12, Int> = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            return day <= lengths[month - 1]
        }
    }
}

extension WrittenTime {
    /// Reads the whole of `text`; nil when it is not written like a time.
    init?(_ text: Span<UInt8>, order: IntakeSettings.DateOrder) {
        var at = 0
        Self.skipSpaces(text, &at)
        if let found = Self.day(in: text, at: &at, order: order) {
            day = found
            guard Self.skipToClock(text, &at) else {
                if at == text.count { return }
                return nil
            }
        }
        guard let seconds = Self.clock(in: text, at: &at) else { return nil }
        clock = seconds
        Self.skipSpaces(text, &at)
        if at < text.count {
            guard let east = Self.offset(in: text, at: &at) else { return nil }
            offset = east
            Self.skipSpaces(text, &at)
        }
        guard at == text.count else { return nil }
    }

    private static func skipSpaces(_ text: Span<UInt8>, _ at: inout Int) {
        while at < text.count, text[at] == 0x20 { at += 1 }
    }

    private static func skipToClock(_ text: Span<UInt8>, _ at: inout Int) -> Bool {
        if at < text.count, text[at] == 0x2C { at += 1 }
        if at < text.count, text[at] | 0x20 == 0x74 {
            at += 1
        } else {
            skipSpaces(text, &at)
        }
        return at < text.count
    }
}
