import Signals

extension LexiconProblem {
    /// A phrase that cannot be compiled, told at the letter where it goes wrong.
    func report(to problems: ConfigProblems, classes: some Collection<String>) {
        let rest = source.text.dropFirst(offset)
        let word = rest.prefix { $0 != " " }
        let place = ConfigPlace(
            file: source.file, line: source.line, column: source.column + offset, width: max(1, word.unicodeScalars.count))
        if let name = unknownClass(rest, classes) {
            problems.report(
                .unknownClass, at: place, message, suggestion: nearestName(to: name, in: classes),
                mend: "Define it under \"classes\", here or in word-classes.yaml.")
        } else {
            problems.report(.badPhrase, at: place, message, mend: hint)
        }
    }

    private func unknownClass(_ rest: Substring, _ classes: some Collection<String>) -> String? {
        guard rest.first == "{", let end = rest.firstIndex(of: "}") else { return nil }
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        return classes.contains(name) ? nil : name
    }
}
