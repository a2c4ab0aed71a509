/// Turns written times into instants, by the agency's clock where they carry no offset.
struct TimeReader: Sendable {
    var zone: LocalZone
    var order: IntakeSettings.DateOrder

    /// The instants a written time can mean: two only in the hour that clocks repeat.
    struct Reading: Hashable {
        var earlier: Instant
        var later: Instant
    }

    /// Reads a time; `day` stands in where only the time of day is written.
    func reading(of text: Span<UInt8>, field: String, day: WrittenTime.Day? = nil) throws(Rejection) -> Reading {
        guard let written = WrittenTime(text, order: order), let date = written.day ?? day else { throw .notATime(field: field) }
        guard (1_900...2_200).contains(date.year) else { throw .timeOutOfRange(field: field) }
        let clock = written.clock ?? 0
        guard date.exists, clock >= 0 else { throw .noSuchTime(field: field) }
        let local = Instant.utc(year: date.year, month: date.month, day: date.day).seconds + Int64(clock)
        if let offset = written.offset {
            let instant = Instant(seconds: local - Int64(offset))
            return Reading(earlier: instant, later: instant)
        }
        let (earlier, later) = zone.instants(showing: local)
        return Reading(earlier: earlier, later: later)
    }

    /// Reads a day on its own, such as the date column beside two columns of clock times.
    func day(of text: Span<UInt8>, field: String) throws(Rejection) -> WrittenTime.Day {
        guard let day = WrittenTime(text, order: order)?.day else { throw .notATime(field: field) }
        guard (1_900...2_200).contains(day.year) else { throw .timeOutOfRange(field: field) }
        guard day.exists else { throw .noSuchTime(field: field) }
        return day
    }
}

extension Instant {
    /// Reads ISO 8601 with an offset or `Z`; nil when the text is anything else or names a time that does not exist.
    package init?(iso8601 text: String) {
        let span = text.utf8.span
        guard let written = WrittenTime(span, order: .dayFirst), written.offset != nil, written.day != nil,
            let reading = try? TimeReader(zone: .utc, order: .dayFirst).reading(of: span, field: "")
        else { return nil }
        self = reading.earlier
    }
}
