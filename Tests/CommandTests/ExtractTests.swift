import Foundation
import TestKit
import Testing

struct ExtractTests {
    private static func line(_ id: String, _ note: String) -> String {
        "{\"id\":\"\(id)\",\"client\":\"C1\",\"start\":\"2026-03-02T08:00:00Z\",\"note\":\"\(note)\"}\n"
    }

    @Test func `records come in input order with the exact bytes of the note`() throws {
        let input = (1...2_500).map { Self.line("r\($0)", "Café visit \($0). BP 146/82, wt 51.3kg.") }.joined()
        let outcome = try Program.run(["extract", "--format", "ndjson"], input: input)
        #expect(outcome.status == 0)
        let records = try outcome.lines.map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
        #expect(records.map(\.id) == (1...2_500).map { "r\($0)" })
        for (number, record) in records.enumerated() {
            let note = Array("Café visit \(number + 1). BP 146/82, wt 51.3kg.".utf8)
            for signal in record.signals {
                #expect(String(decoding: note[signal.start..<signal.end], as: UTF8.self) == signal.text)
            }
            let pressure = record.signals.first { $0.concept == "reading.blood-pressure" }
            #expect(pressure?.value == 146 && pressure?.value2 == 82)
        }
    }

    @Test func `a record that cannot be read is told by its place without its words, the rest goes on`() throws {
        let input = Self.line("r1", "Ate well") + "{\"id\":\"r2\",\"note\":\"Secret words\"}\n" + Self.line("r3", "Ate well")
        let outcome = try Program.run(["extract", "--format", "ndjson"], input: input)
        #expect(outcome.status == 1)
        #expect(outcome.lines.count == 2)
        #expect(outcome.errors.contains("-:2: there is no client"))
        #expect(!outcome.errors.contains("Secret"))
        #expect(outcome.errors.contains("3 records read: 2 accepted, 1 put aside"))
    }

    @Test func `text for people holds no control characters of the note`() throws {
        let outcome = try Program.run(["extract"], input: Self.line("r1", "BP \\u001b[31m 146/82\\u0007"))
        #expect(!outcome.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    private struct Record: Decodable {
        struct Signal: Decodable {
            var concept: String
            var start, end: Int
            var text: String
            var value, value2: Double?
        }

        var id: String
        var signals: [Signal]
    }
}
