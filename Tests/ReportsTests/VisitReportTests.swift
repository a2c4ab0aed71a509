import Testing

@testable import Reports

struct VisitReportTests {
    @Test func `a report survives being written as a line and read again`() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<500 {
            let report = random.report()
            let again = try VisitReport(ndjson: report.ndjsonLine)
            #expect(again == report)
            #expect(again.contentHash == report.contentHash)
        }
    }

    @Test func `the content hash tells every field but the time of receipt`() {
        let report = VisitReport(id: "r", client: "C", note: "n", start: Instant(seconds: 0))
        var other = report
        other.received = Instant(seconds: 5)
        #expect(other.contentHash == report.contentHash)
        other.tasks = [TickedTask(task: "wash", done: false)]
        #expect(other.contentHash != report.contentHash)
        other = report
        other.end = Instant(seconds: 0)
        #expect(other.contentHash != report.contentHash)
        other = VisitReport(id: "rC", client: "", note: "n", start: Instant(seconds: 0))
        #expect(other.contentHash != report.contentHash)
    }

    @Test func `the content hash is the same in every run`() {
        let report = VisitReport(id: "r1", client: "C1", note: "Ate well.", start: Instant(seconds: 1_767_686_700))
        #expect(report.contentHash == 11_494_483_140_241_349_312)
    }

    @Test(arguments: [
        (#"{"id":1,"client":2,"note":"","start":"2026-01-06T08:05:00Z"}"#, "1", "2", ""),
        (
            #" {"x":{"a":[1,{"b":"]"}]},"start":"2026-01-06T09:05:00+01:00","note":"caf\u00e9 \ud83d\ude00\n","client":"C","id":"r"} "#,
            "r", "C", "café 😀\n"
        ),
        (
            #"{"\u0069d":"a","id":"b","client":"C","note":"n","carer":null,"tasks":null,"start":"20260106T080500Z"},"#, "b", "C",
            "n"
        ),
    ]) func `reads an object whatever the order and spelling of its fields`(
        line: String, id: String, client: String, note: String
    ) throws {
        let report = try VisitReport(ndjson: line)
        #expect(report.id == id)
        #expect(report.client == client)
        #expect(report.note == note)
        #expect(report.start.iso8601 == "2026-01-06T08:05:00Z")
    }

    @Test(arguments: [
        ("", Rejection.notJSON(expected: "'{'")),
        (#"{"id":"a""#, .notJSON(expected: "',' or '}'")),
        (#"{"id":"a","client":"C","start":"2026-01-06T08:05:00Z"}"#, .missing(field: "note")),
        (#"{"id":" ","client":"C","note":"","start":"2026-01-06T08:05:00Z"}"#, .empty(field: "id")),
        (
            #"{"id":"a","client":["C"],"note":"","start":"2026-01-06T08:05:00Z"}"#,
            .wrongType(field: "client", expected: "a string")
        ),
        (#"{"id":"a","client":"C","note":7,"start":"2026-01-06T08:05:00Z"}"#, .wrongType(field: "note", expected: "a string")),
        (#"{"id":"a","client":"C","note":"\ud83d","start":"2026-01-06T08:05:00Z"}"#, .brokenEscape),
        (#"{"id":"a","client":"C","note":"\u0000","start":"2026-01-06T08:05:00Z"}"#, .nulByte),
        (#"{"id":"a","client":"C","note":"","start":"2026-02-30T08:05:00Z"}"#, .noSuchTime(field: "start")),
        (#"{"id":"a","client":"C","note":"","start":"0001-01-01T08:05:00Z"}"#, .timeOutOfRange(field: "start")),
        (#"{"id":"a","client":"C","note":"","start":"9999-12-31T08:05:00Z"}"#, .timeOutOfRange(field: "start")),
        (#"{"id":"a","client":"C","note":"","start":"soon"}"#, .notATime(field: "start")),
        (#"{"id":"a","client":"C","note":"","start":"2026-01-06T08:05:00Z","end":"2026-01-06T08:04:00Z"}"#, .endBeforeStart),
        (#"{"id":"a","client":"C","note":"","start":"2026-01-06T08:05:00Z"} x"#, .notJSON(expected: "the end of the line")),
    ]) func `a line that is no report is refused with the reason`(line: String, reason: Rejection) {
        #expect(throws: reason) { try VisitReport(ndjson: line) }
    }
}
