import Foundation

/// Typed reading: each accessor gives nil and reports a problem when the node is of another kind.
extension ConfigNode {
    package func string(_ problems: ConfigProblems) -> String? {
        guard case .text(let text, _) = content, !isEmpty else { return mismatch("a text", problems) }
        return text
    }

    package func int(_ problems: ConfigProblems, in range: ClosedRange<Int>? = nil) -> Int? {
        guard case .text(let text, _) = content, let number = Int(text) else {
            return mismatch("a whole number", problems)
        }
        guard let range, !range.contains(number) else { return number }
        return outOfRange("\(range.lowerBound) to \(range.upperBound)", problems)
    }

    package func double(_ problems: ConfigProblems, in range: ClosedRange<Double>? = nil) -> Double? {
        guard case .text(let text, _) = content, let number = Double(text), number.isFinite, !text.contains("x") else {
            return mismatch("a number", problems)
        }
        guard let range, !range.contains(number) else { return number }
        return outOfRange("\(inWords(range.lowerBound)) to \(inWords(range.upperBound))", problems)
    }

    package func bool(_ problems: ConfigProblems) -> Bool? {
        guard case .text(let text, _) = content else { return mismatch("yes or no", problems) }
        switch text.lowercased() {
        case "yes", "true", "on": return true
        case "no", "false", "off": return false
        default: return mismatch("yes or no", problems)
        }
    }

    /// The members of a list; a list of one may not be written as the member alone.
    package func list(_ problems: ConfigProblems) -> [ConfigNode]? {
        guard case .list(let members) = content else {
            return mismatch("a list", problems, mend: "Write [one, two], or one member a line after \"- \".")
        }
        return members
    }

    package func strings(_ problems: ConfigProblems) -> [String]? {
        list(problems)?.compactMap { $0.string(problems) }
    }

    /// Texts that remember their places.
    package func locatedStrings(_ problems: ConfigProblems) -> [Located<String>]? {
        list(problems)?.compactMap { node in node.string(problems).map { Located($0, at: node.place) } }
    }

    /// A map whose keys are names that the agency chooses.
    package func entries(_ problems: ConfigProblems) -> [Entry]? {
        guard case .map(let entries) = content else { return mismatch("a map of names", problems) }
        return entries
    }

    /// A map whose keys are known: those that `read` never asks for are reported.
    package func map<Result>(_ problems: ConfigProblems, _ read: (ConfigMap) -> Result?) -> Result? {
        guard case .map(let entries) = content else { return mismatch("a map of keys", problems) }
        let map = ConfigMap(entries, at: place, problems: problems)
        let result = read(map)
        map.reportUnknownKeys()
        return result
    }

    /// One of the cases of a closed vocabulary.
    package func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ problems: ConfigProblems, of type: Choice.Type = Choice.self
    ) -> Choice? {
        name(in: Choice.allCases.map(\.rawValue), problems).flatMap(Choice.init(rawValue:))
    }

    /// A text that must be one of `names`.
    package func name(
        in names: some Collection<String>, _ problems: ConfigProblems, code: RulebookProblem.Code = .notAChoice,
        what: String = "value", mend: String? = nil
    ) -> String? {
        guard let text = string(problems) else { return nil }
        if names.contains(text) { return text }
        problems.report(
            code, at: place, "unknown \(what) \"\(text)\"",
            expected: (1...12).contains(names.count) ? oneOf(names.sorted()) : nil,
            suggestion: nearestName(to: text, in: names), mend: mend)
        return nil
    }

    /// A name from another part of the config. Where that part could not be read, nothing is checked against it, so that one
    /// mistake gives one message.
    package func reference(
        to names: [String], _ problems: ConfigProblems, code: RulebookProblem.Code, what: String, mend: String? = nil
    ) -> String? {
        names.isEmpty ? string(problems) : name(in: names, problems, code: code, what: what, mend: mend)
    }

    private func mismatch<Value>(_ expected: String, _ problems: ConfigProblems, mend: String? = nil) -> Value? {
        problems.report(
            isEmpty ? .noValue : .wrongKind, at: place, "expected \(expected), found \(kindInWords)",
            expected: expected, mend: isEmpty ? "Write a value, or remove the line." : mend)
        return nil
    }

    private func outOfRange<Value>(_ range: String, _ problems: ConfigProblems) -> Value? {
        problems.report(.outOfRange, at: place, "\(kindInWords) is out of range", expected: range)
        return nil
    }
}

private func oneOf(_ names: [String]) -> String {
    names.count < 2 ? names.joined() : "one of " + names.joined(separator: ", ")
}
