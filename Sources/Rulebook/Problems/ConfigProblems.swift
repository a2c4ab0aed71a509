/// Collects what is wrong while the config is read, so that one run tells everything.
package final class ConfigProblems {
    package private(set) var found: [RulebookProblem] = []
    private let texts: [String: String]
    private var lines: [String: [String]] = [:]

    /// `texts`: the files by the name that places show.
    package init(texts: [String: String] = [:]) { self.texts = texts }

    package var hasErrors: Bool { found.contains { $0.severity == .error } }

    /// In order of file and line, each once.
    package var sorted: [RulebookProblem] {
        var seen: Set<RulebookProblem> = []
        return found.filter { seen.insert($0).inserted }
            .sorted { ($0.place, $0.code.rawValue, $0.message) < ($1.place, $1.code.rawValue, $1.message) }
    }

    package func report(
        _ code: RulebookProblem.Code, at place: ConfigPlace, _ message: String, expected: String? = nil,
        suggestion: String? = nil, mend: String? = nil
    ) {
        found.append(
            RulebookProblem(
                code: code, place: place, sourceLine: line(at: place), message: message, expected: expected,
                suggestion: suggestion, mend: mend))
    }

    private func line(at place: ConfigPlace) -> String? {
        let known = lines[place.file] ?? texts[place.file].map(linesOfYAML) ?? []
        lines[place.file] = known
        return known.indices.contains(place.line - 1) ? known[place.line - 1] : nil
    }
}

/// The lines as YAML counts them; a file without a last line break ends in its last line.
func linesOfYAML(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\n" where previous == "\r": break
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
            lines.append(String(line))
            line = .init()
        default: line.append(scalar)
        }
        previous = scalar
    }
    return lines + [String(line)]
}
