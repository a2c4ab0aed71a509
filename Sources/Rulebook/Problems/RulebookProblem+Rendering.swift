import Foundation

extension RulebookProblem {
    /// For people: the place and message, the line with a caret under the offending text, then how to mend it.
    package var rendered: String {
        let number = String(place.line)
        let margin = String(repeating: " ", count: number.count + 4)
        var lines = ["\(place)  \(code.rawValue) \(message)"]
        if let sourceLine {
            lines.append("   \(number) | \(sourceLine.replacing("\t", with: " "))")
            lines.append("\(margin)| \(caret(under: sourceLine))\(nearHint.map { " " + $0 } ?? "")")
        } else if let nearHint {
            lines.append("\(margin)| \(nearHint)")
        }
        if let mend { lines.append("\(margin)| \(mend)") }
        return lines.joined(separator: "\n")
    }

    /// For programs: one JSON object without line breaks.
    package var ndjson: String {
        let record = Record(
            code: code.rawValue, severity: severity.rawValue, file: place.file, line: place.line, column: place.column,
            message: message, expected: expected, suggestion: suggestion, mend: mend)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(record)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private var nearHint: String? {
        if let suggestion { return "did you mean \"\(suggestion)\"?" }
        guard let expected, !message.contains(expected) else { return nil }
        return "expected \(expected)"
    }

    private func caret(under line: String) -> String {
        let room = max(1, line.unicodeScalars.count - place.column + 1)
        return String(repeating: " ", count: max(0, place.column - 1))
            + String(repeating: "^", count: max(1, min(place.width, room)))
    }

    private struct Record: Encodable {
        var code, severity, file: String
        var line, column: Int
        var message: String
        var expected, suggestion, mend: String?
    }
}
