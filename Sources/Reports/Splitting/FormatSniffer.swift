/// Tells how the records of a file are written down, from its name and its first bytes (already UTF-8 or Windows-1252).
///
/// - A first object with `resourceType` is FHIR; otherwise content that begins like JSON is NDJSON, whatever the name.
/// - A first line that names at least three of the four required columns is a table's header, whatever the name.
/// - Else the name decides: .csv, .tsv, .txt and so on, also before .gz.
struct FormatSniffer {
    let name: String
    let window: [UInt8]
    let settings: IntakeSettings

    enum Finding {
        case json(InputFormat, RecordSplitter)
        case table(delimiter: UInt8)
        case text
        case refused(Rejection)
    }

    func finding(forced: InputFormat?) -> Finding {
        switch forced {
        case .ndjson, .fhir: return jsonFinding(forced ?? .ndjson)
        case .csv: return .table(delimiter: delimiter())
        case .tsv: return .table(delimiter: 0x09)
        case .text: return .text
        case nil: break
        }
        if let kind = BinaryKind.of(window) { return .refused(.notAReportFile(kind: kind)) }
        if let first = firstByte, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") && fileExtension != "txt" {
            return jsonFinding(isFHIR ? .fhir : .ndjson)
        }
        let delimiter = delimiter()
        if TableHeader.requiredFields(in: Array(firstLine), delimiter: delimiter, settings: settings) >= 3 {
            return .table(delimiter: delimiter)
        }
        return findingByName(delimiter)
    }

    private func findingByName(_ delimiter: UInt8) -> Finding {
        switch fileExtension {
        case "csv": .table(delimiter: delimiter)
        case "tsv", "tab": .table(delimiter: 0x09)
        case "ndjson", "jsonl", "json": jsonFinding(.ndjson)
        case "txt", "text", "md", "note": .text
        default: firstByte == nil ? jsonFinding(.ndjson) : .refused(.unknownFormat)
        }
    }

    private var firstByte: UInt8? { window.first { $0 > 0x20 } }

    private var isFHIR: Bool {
        let head = window.prefix(8 << 10)
        let wanted = Array("\"resourceType\"".utf8)
        return head.indices.contains { head[$0] == JSONText.quote && head[$0...].starts(with: wanted) }
    }

    private var fileExtension: String {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        let parts = file.lowercased().split(separator: ".")
        let isPacked = parts.last == "gz"
        guard parts.count > (isPacked ? 2 : 1) else { return "" }
        return String(parts[parts.count - (isPacked ? 2 : 1)])
    }

    private var firstLine: ArraySlice<UInt8> {
        window.prefix { $0 != 0x0A && $0 != 0x0D }
    }

    /// The separator that the header uses most, outside quotes.
    private func delimiter() -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in firstLine {
            if byte == 0x22 { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
    }

    /// One object a line, when a line of the beginning is a whole object, or none can be told apart; else objects over many lines.
    private func jsonFinding(_ format: InputFormat) -> Finding {
        let lines = window.split(separator: 0x0A)
        let isOneLine = lines.count < 2 && firstByte != UInt8(ascii: "[")
        let isByLines = isOneLine || lines.contains { $0.first == UInt8(ascii: "{") && isWholeObject($0) }
        return .json(format, isByLines ? .lines(LineSplitter()) : .jsonValues(JSONValueSplitter()))
    }

    private func isWholeObject(_ line: ArraySlice<UInt8>) -> Bool {
        let text = window.span.extracting(line.startIndex..<line.endIndex)
        var at = 0
        return (try? JSONText.skipValue(text, &at)) != nil && at > 2
    }
}
