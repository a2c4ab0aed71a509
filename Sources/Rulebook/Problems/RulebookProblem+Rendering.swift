import Foundation

extension RulebookProblem {
    /// For people: the place and message, the line with a caret under the offending text, then how to mend it.
    package var rendered: String {
        let number = String(place.line)
        let margin = String(repeating: " ", count: number.count + 4)
        var lines = ["\(place)  \(code.rawValue) \(message)"]
        let hint = nearHint.map { " " + $0 } ?? ""
        if let excerpt {
            lines.append("   \(number) | \(excerpt.text)")
            lines.append("\(margin)| \(excerpt.caret)\(hint)")
        } else if !hint.isEmpty {
            lines.append("\(margin)|\(hint)")
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

    /// The line and the caret below it; of a long line, the part around the place.
    private var excerpt: (text: String, caret: String)? {
        guard let sourceLine else { return nil }
        let line = sourceLine.unicodeScalars.map { $0 == "\t" ? " " : $0 }
        let start = min(max(0, place.column - 1), line.count)
        let first = line.count <= Self.longestLine || start < Self.longestLine / 2 ? 0 : start - Self.longestLine / 3
        let last = min(line.count, first + Self.longestLine)
        let width = max(1, min(place.width, last - start))
        let text = (first > 0 ? "…" : "") + string(line[first..<last]) + (last < line.count ? "…" : "")
        let indent = start - first + (first > 0 ? 1 : 0)
        return (text, String(repeating: " ", count: indent) + String(repeating: "^", count: width))
    }

    private static let longestLine = 160

    private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private struct Record: Encodable {
        var code, severity, file: String
        var line, column: Int
        var message: String
        var expected, suggestion, mend: String?
    }
}
