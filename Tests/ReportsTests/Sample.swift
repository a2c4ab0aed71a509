@testable import Reports

/// Made-up inputs: well-formed ones, and the same ones damaged.
enum Sample {
    typealias Input = (name: String, bytes: [UInt8])

    static func settings(_ random: inout SeededRandom) -> IntakeSettings {
        var settings = IntakeSettings()
        if random.below(2) == 0 { settings.rowLayout = .severalAVisit }
        if random.below(2) == 0 { settings.maxRecordBytes = 100 + random.below(400) }
        if random.below(4) == 0 { settings.maxColumns = 8 }
        settings.notesHoldHTML = random.below(3) == 0
        return settings
    }

    static func damaged(_ random: inout SeededRandom) -> Input {
        var (name, bytes) = wellFormed(&random)
        for _ in 0..<random.below(6) where !bytes.isEmpty {
            let at = random.below(bytes.count)
            switch random.below(5) {
            case 0: bytes[at] = UInt8(random.below(256))
            case 1: bytes.remove(at: at)
            case 2: bytes.insert([0x22, 0x0A, 0x00, 0x5C, 0x7B, 0xFF, 0x2C][random.below(7)], at: at)
            case 3: bytes.removeSubrange(at..<min(bytes.count, at + random.below(60)))
            default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + random.below(200))], at: at)
            }
        }
        return (name, bytes)
    }

    private static func wellFormed(_ random: inout SeededRandom) -> Input {
        let reports = (0..<random.below(8)).map { _ in random.report() }
        let lines = reports.map(\.ndjsonLine).joined(separator: "\n")
        switch random.below(8) {
        case 0: return ("a.ndjson", Array(lines.utf8))
        case 1: return ("a.ndjson", lines.utf16(bigEndian: random.below(2) == 0, mark: random.below(2) == 0))
        case 2: return ("a.json", Array(("[" + lines.replacing("\n", with: ",") + "]").replacing(",\"", with: ",\n\"").utf8))
        case 3: return ("a.csv", Array(table(reports, delimiter: ",").utf8))
        case 4: return ("a.tsv", table(reports, delimiter: "\t").utf16())
        case 5: return ("C/2026-01-06-0805_1.txt", Array(lines.utf8))
        case 6: return ("-", Array(table(reports, delimiter: ";").utf8) + [0x0A])
        default:
            let bundle =
                #"{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Composition","id":"c","date":"2026-01-06","#
                + #""subject":{"reference":"Patient/C"},"text":{"div":"<p>Ate &amp; slept.</p>"}}}]}"#
            return ("a.json", Array(bundle.utf8))
        }
    }

    static func table(_ reports: [VisitReport], delimiter: String) -> String {
        let header = ["id", "client", "note", "start", "end", "carer", "medication_due", "received", "region"]
        let rows = reports.map { report in
            [
                report.id, report.client, report.note, report.start.iso8601, report.end?.iso8601 ?? "", report.carer ?? "",
                report.medicationDue.map { $0 ? "yes" : "no" } ?? "", report.received?.iso8601 ?? "", report.region ?? "",
            ]
        }
        return ([header] + rows).map { row in
            row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: delimiter)
        }.joined(separator: "\r\n")
    }
}

extension SeededRandom {
    /// A report of only what one row can hold.
    mutating func tableReport() -> VisitReport {
        var report = self.report()
        report.tasks = []
        report.scheduledStart = nil
        return report
    }
}
