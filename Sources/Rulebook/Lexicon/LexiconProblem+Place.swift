import Signals

extension LexiconProblem {
    /// A phrase that cannot be compiled, told at the letter where it goes wrong.
    func report(to problems: ConfigProblems) {
        let place = ConfigPlace(
            file: source.file, line: source.line, column: source.column + offset,
            width: max(1, source.text.unicodeScalars.count - offset))
        problems.report(.badPhrase, at: place, message, mend: hint)
    }
}
