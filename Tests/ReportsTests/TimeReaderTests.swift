import Testing

@testable import Reports

struct TimeReaderTests {
    @Test(arguments: [
        ("2026-01-06T08:05:00Z", "2026-01-06T08:05:00Z"),
        ("2026-01-06T08:05:00.999+00:00", "2026-01-06T08:05:00Z"),
        ("2026-07-06T08:05:00-05:00", "2026-07-06T13:05:00Z"),
        ("2026-07-06 08:05", "2026-07-06T07:05:00Z"),
        ("2026-01-06 08:05", "2026-01-06T08:05:00Z"),
        ("06/07/2026 08:05", "2026-07-06T07:05:00Z"),
        ("6.7.26, 8:05 pm", "2026-07-06T19:05:00Z"),
        ("06-Jul-2026 12:05 AM", "2026-07-05T23:05:00Z"),
        ("2026-01-06", "2026-01-06T00:00:00Z"),
        ("2026-01-06T24:00", "2026-01-07T00:00:00Z"),
        ("2026-03-29 01:30", "2026-03-29T01:30:00Z"),
        ("2026-10-25 01:30", "2026-10-25T00:30:00Z"),
        ("1901-07-01 12:00", "1901-07-01T12:00:00Z"),
    ]) func `local times are read by the agency's clock`(written: String, instant: String) throws {
        let zone = try #require(LocalZone(identifier: "Europe/London"))
        let times = TimeReader(zone: zone, order: .dayFirst)
        let reading = try times.reading(of: written.utf8.span, field: "start")
        #expect(reading.earlier.iso8601 == instant)
    }

    @Test func `the repeated hour has two readings`() throws {
        let zone = try #require(LocalZone(identifier: "America/New_York"))
        let times = TimeReader(zone: zone, order: .monthFirst)
        let reading = try times.reading(of: "11/01/2026 1:15 am".utf8.span, field: "start")
        #expect(reading.earlier.iso8601 == "2026-11-01T05:15:00Z")
        #expect(reading.later.iso8601 == "2026-11-01T06:15:00Z")
    }

    @Test(arguments: [
        ("30/02/2026 08:00", Rejection.noSuchTime(field: "start")), ("2026-01-06T25:00:00Z", .noSuchTime(field: "start")),
        ("2026-13-06", .noSuchTime(field: "start")), ("13:05 pm", .notATime(field: "start")),
        ("0001-01-01T00:00:00Z", .timeOutOfRange(field: "start")), ("31/12/9999", .timeOutOfRange(field: "start")),
        ("", .notATime(field: "start")), ("08:00", .notATime(field: "start")),
        ("2026-01-06T08:05:00Zz", .notATime(field: "start")),
    ]) func `a time that cannot be is refused with the reason`(written: String, reason: Rejection) throws {
        let times = TimeReader(zone: .utc, order: .dayFirst)
        #expect(throws: reason) { try times.reading(of: written.utf8.span, field: "start") }
    }

    @Test func `an instant is read only with its offset`() {
        #expect(Instant(iso8601: "2026-03-02T08:35:00Z")?.iso8601 == "2026-03-02T08:35:00Z")
        #expect(Instant(iso8601: "2026-03-02T08:35:00") == nil)
        #expect(Instant(iso8601: "2026-02-30T08:35:00Z") == nil)
    }
}
