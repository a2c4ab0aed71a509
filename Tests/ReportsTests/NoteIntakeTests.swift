import Testing

@testable import Reports

struct NoteIntakeTests {
    @Test func `a text file is a note, with client and time in its path`() throws {
        let intake = try Intake("Ate well.\nSlept.", name: "export/C7/2026-07-06-0805_v 12.txt")
        #expect(
            intake.reports == [
                VisitReport(
                    id: "v 12", client: "C7", note: "Ate well.\nSlept.",
                    start: try #require(Instant(iso8601: "2026-07-06T07:05:00Z")))
            ])
        #expect(try Intake("", name: "C7/20260706-08.05_v.txt").reports.map(\.note) == [""])
    }

    @Test(arguments: ["C7/notes.txt", "2026-07-06-0805_v.txt", "C7/2026-13-06-0805_v.txt"])
    func `a path that does not fit the pattern is put aside`(path: String) throws {
        let intake = try Intake("Ate well.", name: path)
        #expect(intake.reports.isEmpty)
        #expect(intake.putAside.map(\.raw) == [Array("Ate well.".utf8)])
    }

    @Test func `the pattern is the agency's own`() throws {
        var settings = IntakeSettings()
        settings.notePath = "{date}/{client}_{carer}*.txt"
        let report = try Intake("n", name: "a/2026-01-06/C_1_W9-x.txt", settings: settings).reports.first
        #expect(report?.client == "C")
        #expect(report?.id == "2026-01-06/C_1_W9-x.txt")
        for pattern in ["{date}.txt", "{client}/{moon}.txt", "{client}/{date.txt"] {
            settings.notePath = pattern
            #expect(throws: IntakeError.self) { try RecordReader(settings) }
        }
    }

    @Test(arguments: ["\u{89}PNG", "PK\u{3}\u{4}", "%PDF-1.7"]) func `a file of another kind is put aside as one record`(
        start: String
    ) throws {
        let bytes = start.unicodeScalars.map { UInt8($0.value) } + (0..<5_000).map { UInt8($0 % 251) }
        for name in ["x", "C/2026-01-06-0800_1.txt", "x.csv", "x.ndjson"] {
            let intake = try Intake(bytes, name: name)
            #expect(intake.records.count == 1)
            #expect(intake.putAside.map(\.raw) == [bytes])
        }
    }

    @Test func `text of no known format says how to name it`() throws {
        #expect(try Intake("hello there", name: "-").putAside.map { $0.reason.contains("--input-format") } == [true])
    }
}
