package import Reports

/// An instant as the clock on the agency's wall showed it.
package struct LocalTime: Hashable, Sendable {
    package var instant: Instant
    /// Seconds east of UTC.
    package var offset: Int

    package init(_ instant: Instant, offset: Int = 0) {
        self.instant = instant
        self.offset = offset
    }

    private var wall: Instant { Instant(seconds: instant.seconds + Int64(offset)) }

    package var date: (year: Int, month: Int, day: Int) { wall.civilDate }

    /// The date on the wall calendar, e.g. `2026-03-02`.
    var isoDate: String { String(wall.iso8601.prefix(10)) }

    /// Days since 1970-01-01 on the wall calendar.
    package var dayNumber: Int { Int((wall.seconds - secondOfDay) / 86_400) }

    /// 0 is Monday.
    package var weekday: Int { (dayNumber % 7 + 10) % 7 }

    package var hour: Int { Int(secondOfDay / 3_600) }
    package var minute: Int { Int(secondOfDay / 60 % 60) }

    private var secondOfDay: Int64 { (wall.seconds % 86_400 + 86_400) % 86_400 }
}
