import Reports
import Signals

/// The line that `extract` writes for one report.
struct SignalRecord {
    private let report: VisitReport
    private let signals: [Signal]

    init(_ report: VisitReport, _ signals: [Signal]) {
        self.report = report
        self.signals = signals
    }

    func append(to line: inout [UInt8]) {
        let note = Array(report.note.utf8)
        line.append(ascii: "{\"id\":")
        line.append(json: report.id.utf8)
        line.append(ascii: ",\"client\":")
        line.append(json: report.client.utf8)
        line.append(ascii: ",\"signals\":[")
        for (index, signal) in signals.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            append(signal, note, to: &line)
        }
        line.append(ascii: "]}\n")
    }

    private func append(_ signal: Signal, _ note: [UInt8], to line: inout [UInt8]) {
        line.append(ascii: "{\"concept\":")
        line.append(json: signal.concept.rawValue.utf8)
        line.append(ascii: ",\"assertion\":\"\(signal.assertion.rawValue)\",\"start\":\(signal.start),\"end\":\(signal.end)")
        line.append(ascii: ",\"text\":")
        line.append(json: note[max(0, signal.start)..<min(max(signal.start, signal.end), note.count)])
        if let value = signal.value { line.append(ascii: ",\"value\":\(plain(value))") }
        if let value = signal.value2 { line.append(ascii: ",\"value2\":\(plain(value))") }
        if let unit = signal.unit {
            line.append(ascii: ",\"unit\":")
            line.append(json: unit.utf8)
        }
        if signal.isImplausible { line.append(ascii: ",\"implausible\":true") }
        line.append(ascii: ",\"source\":")
        line.append(json: signal.source.utf8)
        line.append(UInt8(ascii: "}"))
    }
}

/// Whole numbers without a fraction.
private func plain(_ number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? String(number)
}

extension [UInt8] {
    mutating func append(ascii text: String) { append(contentsOf: text.utf8) }

    /// A JSON string with quotes.
    mutating func append(json text: some Sequence<UInt8>) {
        append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0x0A: append(ascii: "\\n")
            case 0x0D: append(ascii: "\\r")
            case 0x09: append(ascii: "\\t")
            case 0..<0x20:
                append(ascii: "\\u00")
                append(hex[Int(byte >> 4)])
                append(hex[Int(byte & 15)])
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}

private let hex = Array("0123456789abcdef".utf8)
