import Reports
import Signals

/// A report with what its note says, as `extract` writes it.
struct ExtractedReport {
    var report: VisitReport
    var signals: [Signal]

    /// For people: the report's id, client and time, then a line a signal.
    var text: String {
        var text = "\(report.id)  \(report.client)  \(report.time.iso8601)\n"
        let note = Array(report.note.utf8)
        for signal in signals {
            text += "  " + signal.concept.rawValue.padded(28) + signal.assertion.rawValue.padded(13)
            text += "“" + printable(String(decoding: note[signal.start..<signal.end], as: UTF8.self)) + "”"
            if let reading = signal.reading { text += "  = " + reading }
            for detail in signal.details { text += "  \(detail.kind.rawValue): " + printable(detail.value) }
            text += signal.source.isEmpty ? "\n" : "  \(signal.source)\n"
        }
        return text
    }
}

extension Signal {
    /// The value with its unit, e.g. `146/82 mmHg`.
    var reading: String? {
        guard let value else { return nil }
        let pair = value2.map { "/" + shortest($0) } ?? ""
        return shortest(value) + pair + (unit.map { " " + $0 } ?? "") + (isImplausible ? " (implausible)" : "")
    }
}

/// Line breaks as spaces and no other control characters, so that no note can steer a terminal.
func printable(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.compactMap { scalar in
                switch scalar.value {
                case 0x09, 0x0A, 0x0D: " "
                case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: nil
                default: scalar
                }
            }))
}
