/// Problems as SARIF 2.1.0 (OASIS), which editors and code hosts show beside the lines.
package struct SARIFLog {
    private let problems: [RulebookProblem]

    package init(_ problems: [RulebookProblem]) { self.problems = problems }

    package var json: String {
        let rules = Set(problems.map(\.code.rawValue)).sorted()
        let driver: JSONValue = .object([
            "name": "visitwatch",
            "rules": .list(rules.map { .object(["id": .text($0)]) }),
        ])
        let log: JSONValue = .object([
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                .object([
                    "tool": .object(["driver": driver]),
                    "columnKind": "unicodeCodePoints",
                    "results": .list(problems.map { result($0, rules) }),
                ])
            ],
        ])
        return log.written(indent: true) + "\n"
    }

    private func result(_ problem: RulebookProblem, _ rules: [String]) -> JSONValue {
        let place = problem.place
        let region: JSONValue = .object([
            "startLine": .number(Double(place.line)), "startColumn": .number(Double(place.column)),
            "endColumn": .number(Double(place.column + place.width)),
        ])
        let location: JSONValue = .object([
            "artifactLocation": .object(["uri": .text(Self.uri(place.file))]), "region": region,
        ])
        return .object([
            "ruleId": .text(problem.code.rawValue),
            "ruleIndex": .number(Double(rules.firstIndex(of: problem.code.rawValue) ?? 0)),
            "level": .text(problem.severity.rawValue),
            "message": .object(["text": .text(words(problem))]),
            "locations": [.object(["physicalLocation": location])],
        ])
    }

    private func words(_ problem: RulebookProblem) -> String {
        var words = problem.message + "."
        if let expected = problem.expected, !problem.message.contains(expected) { words += " Expected \(expected)." }
        if let suggestion = problem.suggestion { words += " Did you mean \"\(suggestion)\"?" }
        if let mend = problem.mend { words += " " + mend }
        return words
    }

    /// Percent-encoded but for what may stand in a relative reference (RFC 3986).
    private static func uri(_ path: String) -> String {
        path.utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            if isPlain || "-._~/".utf8.contains(byte) { return String(UnicodeScalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
