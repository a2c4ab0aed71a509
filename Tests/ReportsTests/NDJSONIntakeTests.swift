import Testing

@testable import Reports

struct NDJSONIntakeTests {
    private let good = #"{"id":"a","client":"C","note":"Ate well.","start":"2026-01-06T08:05:00Z"}"#

    @Test func `bad lines are put aside with their place and the rest goes on`() throws {
        let intake = try Intake("\u{FEFF}\(good)\r\n\nnot json\n{\"id\":\"b\"}\n\(good)")
        #expect(intake.reports.map(\.id) == ["a", "a"])
        let reasons = intake.putAside.map(\.reason)
        #expect(
            reasons == [
                "in.ndjson, line 3, byte \(good.utf8.count + 6): not valid JSON: expected '{'. It was kept whole; mend the record and read it again.",
                "in.ndjson, line 4, byte \(good.utf8.count + 15): there is no client. It was kept whole; mend the record and read it again.",
            ])
        #expect(intake.putAside.map { String(decoding: $0.raw, as: UTF8.self) } == ["not json", "{\"id\":\"b\"}"])
        #expect(intake.places.last == RecordPlace(file: "in.ndjson", line: 5, byte: good.utf8.count + 26))
    }

    @Test func `a record with bytes that are no text is put aside alone`() throws {
        let bytes = Array((good + "\n").utf8)
        var broken = bytes
        broken[bytes.count - 40] = 0xFF
        var nul = bytes
        nul[bytes.count - 40] = 0
        let intake = try Intake(bytes + broken + nul + bytes)
        #expect(intake.reports.count == 2)
        #expect(intake.putAside.map(\.place.line) == [2, 3])
        #expect(intake.putAside[0].reason.contains("no UTF-8"))
        #expect(intake.putAside[1].reason.contains("NUL byte"))
        #expect(intake.putAside[0].raw == Array(broken.dropLast()))
    }

    @Test func `a list of objects is read, on one line, one a line, or spread out`() throws {
        let spread = good.split(separator: ",").joined(separator: ",\n    ")
        for text in ["[\(good),\(good)]", "[\n\(good),\n\(good)\n]\n", "[\n  \(spread),\n  \(spread)\n]", "\(spread)\n\(spread)"]
        {
            let intake = try Intake(text)
            #expect(intake.reports.count == 2)
            #expect(intake.putAside.isEmpty)
        }
    }

    @Test(arguments: [true, false]) func `UTF-16 is read with places in its own bytes`(bigEndian: Bool) throws {
        let line = good.replacing("well", with: "wéll 😀") + "\n"
        for mark in [true, false] {
            let intake = try Intake((line + "x\n" + line).utf16(bigEndian: bigEndian, mark: mark), chunkBytes: 7)
            #expect(intake.reports.map(\.note) == ["Ate wéll 😀.", "Ate wéll 😀."])
            let markLength = mark ? 2 : 0
            #expect(intake.places.map(\.byte) == [0, line.utf16.count * 2, line.utf16.count * 2 + 4].map { $0 + markLength })
        }
    }

    @Test func `lines in Windows-1252 are told from broken UTF-8`() throws {
        let bytes = Array(good.replacing("well", with: "@").utf8).map { $0 == UInt8(ascii: "@") ? 0xE9 : $0 }
        #expect(try Intake(bytes).reports.map(\.note) == ["Ate é."])
    }

    @Test func `a record beyond the limit is put aside up to the limit and the next one is read`() throws {
        var settings = IntakeSettings()
        settings.maxRecordBytes = 200
        let long = good.replacing("well", with: String(repeating: "x", count: 5_000))
        for chunkBytes in [64, 1_000, 100_000] {
            let intake = try Intake("\(good)\n\(long)\r\n\(good)\n", settings: settings, chunkBytes: chunkBytes)
            #expect(intake.reports.count == 2)
            #expect(intake.putAside.map(\.raw.count) == [200])
            #expect(intake.putAside.map(\.length) == [long.utf8.count])
            #expect(intake.places.map(\.line) == [1, 2, 3])
        }
    }

    @Test func `a note of ten megabytes is a note`() throws {
        let intake = try Intake(good.replacing("well", with: String(repeating: "ate ", count: 2_500_000)) + "\n" + good)
        #expect(intake.reports.map { $0.note.utf8.count } == [10_000_005, 9])
    }

    @Test func `no record and no reason comes from an empty input`() throws {
        for name in ["-", "a.csv", "a.ndjson"] { #expect(try Intake("", name: name).records.isEmpty) }
    }

    @Test func `a record put aside can be read again on its own`() throws {
        let intake = try Intake("id,client,note,start\n1,C,\"a, b\",30/02/2026 08:00\n", name: "a.csv")
        let putAside = try #require(intake.putAside.first)
        let mended = String(decoding: putAside.retryInput, as: UTF8.self).replacing("30/02", with: "28/02")
        #expect(try Intake(mended, name: "again", format: putAside.format).reports.map(\.note) == ["a, b"])
    }
}
