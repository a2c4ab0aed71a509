import Reports
import Signals

extension ExtractedReport {
    /// One line with the names and order of the contract.
    func appendNDJSON(to line: inout [UInt8]) {
        line.append(contentsOf: "{\"id\":".utf8)
        line.appendQuoted(report.id)
        line.append(contentsOf: ",\"client\":".utf8)
        line.appendQuoted(report.client)
        line.append(contentsOf: ",\"signals\":[".utf8)
        let note = Array(report.note.utf8)
        for (index, signal) in signals.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            append(signal, of: note, to: &line)
        }
        line.append(contentsOf: "]}\n".utf8)
    }

    private func append(_ signal: Signal, of note: [UInt8], to line: inout [UInt8]) {
        line.append(contentsOf: "{\"concept\":".utf8)
        line.appendQuoted(signal.concept.rawValue)
        line.append(contentsOf: ",\"assertion\":".utf8)
        line.appendQuoted(signal.assertion.rawValue)
        line.append(contentsOf: ",\"start\":".utf8)
        line.appendNumber(signal.start)
        line.append(contentsOf: ",\"end\":".utf8)
        line.appendNumber(signal.end)
        line.append(contentsOf: ",\"text\":".utf8)
        line.appendQuoted(note[signal.start..<signal.end])
        if let value = signal.value {
            line.append(contentsOf: ",\"value\":\(shortest(value))".utf8)
        }
        if let value = signal.value2 {
            line.append(contentsOf: ",\"value2\":\(shortest(value))".utf8)
        }
        if let unit = signal.unit {
            line.append(contentsOf: ",\"unit\":".utf8)
            line.appendQuoted(unit)
        }
        if signal.isImplausible { line.append(contentsOf: ",\"implausible\":true".utf8) }
        append(signal.details, to: &line)
        if !signal.source.isEmpty {
            line.append(contentsOf: ",\"source\":".utf8)
            line.appendQuoted(signal.source)
        }
        line.append(UInt8(ascii: "}"))
    }

    private func append(_ details: [SignalDetail], to line: inout [UInt8]) {
        for (index, detail) in details.enumerated() {
            line.append(contentsOf: (index == 0 ? ",\"details\":{" : ",").utf8)
            line.appendQuoted(detail.kind.rawValue)
            line.append(UInt8(ascii: ":"))
            line.appendQuoted(detail.value)
        }
        if !details.isEmpty { line.append(UInt8(ascii: "}")) }
    }
}
