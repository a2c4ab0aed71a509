/// Quantities as a tuner writes them, with their unit.
extension ConfigNode {
    /// A stretch of time in days: `72 hours`, `7 days`, `2 weeks`.
    package func days(_ problems: ConfigProblems) -> Double? {
        let units = ["hour": 1.0 / 24, "day": 1, "week": 7]
        return quantity(problems, expected: "a time such as \"7 days\" or \"72 hours\"") { words in
            guard words.count == 2, let number = Double(words[0]), let unit = units[singular(words[1])] else { return nil }
            return number * unit
        }
    }

    /// A frequency as the number of times it takes to see it once: `1 in 30` is 30.
    package func oneIn(_ problems: ConfigProblems) -> Double? {
        quantity(problems, expected: "a frequency such as \"1 in 30\"") { words in
            guard words.count == 3, words[1] == "in", let seen = Double(words[0]), let of = Double(words[2]), seen > 0
            else { return nil }
            return of / seen > 1 ? of / seen : nil
        }
    }

    /// A whole number of `unit`, e.g. `50 visits`.
    package func count(of unit: String, _ problems: ConfigProblems) -> Int? {
        quantity(problems, expected: "a number such as \"20 \(unit)s\"") { words in
            guard words.count == 2, singular(words[1]) == unit else { return nil }
            return Int(words[0]).map(Double.init)
        }.map { Int($0) }
    }

    private func quantity(
        _ problems: ConfigProblems, expected: String, read: ([Substring]) -> Double?
    ) -> Double? {
        if case .text(let text, _) = content, let value = read(text.split(separator: " ")), (0.0...1e6).contains(value) {
            return value
        }
        problems.report(
            isEmpty ? .noValue : .wrongKind, at: place, "expected \(expected), found \(kindInWords)", expected: expected)
        return nil
    }
}

private func singular(_ word: Substring) -> String {
    String(word.hasSuffix("s") ? word.dropLast() : word)
}
