import Reports

/// The clock on the wall of the simulated agency: London time.
enum AgencyClock {
    /// Seconds by which the local clock is ahead of UTC; summer from the last Sunday of March to that of October, 01:00 UTC.
    static func offset(at instant: Instant) -> Int64 {
        let year = instant.civilDate.year
        return (change(year, month: 3)..<change(year, month: 10)).contains(instant) ? 3_600 : 0
    }

    /// The same for a local time, given as if it were UTC.
    static func offset(atLocal seconds: Int64) -> Int64 { offset(at: Instant(seconds: seconds - 3_600)) }

    /// `dd/mm/yyyy hh:mm` in local time.
    static func local(_ instant: Instant) -> String {
        let text = Instant(seconds: instant.seconds + offset(at: instant)).iso8601
        let parts = text.prefix(10).split(separator: "-")
        return parts.reversed().joined(separator: "/") + " " + text.dropFirst(11).prefix(5)
    }

    private static func change(_ year: Int, month: Int) -> Instant {
        let last = Instant.utc(year: year, month: month, day: 31)
        let weekday = (last.seconds / 86_400 + 3) % 7
        return Instant(seconds: last.seconds - ((weekday + 1) % 7) * 86_400 + 3_600)
    }
}
