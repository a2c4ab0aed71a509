import Digests

/// Reads `words.yaml`, each problem at the line of its key.
struct WordsReader {
    let problems: ConfigProblems

    func words(_ root: ConfigNode) -> Words? {
        guard let entries = root.entries(problems) else { return nil }
        var texts: [String: String] = [:]
        for entry in entries { texts[entry.key] = entry.value.string(problems) }
        do {
            return try Words(entries: texts)
        } catch {
            for problem in error.problems { report(problem, entries, root.place) }
            return nil
        }
    }

    private func report(_ problem: WordsError.Problem, _ entries: [ConfigNode.Entry], _ top: ConfigPlace) {
        let entry = entries.first { $0.key == problem.key }
        let value = entry?.value.place ?? top
        switch problem {
        case .missing(let key):
            // A key that is misspelt or has no text is told there.
            let isTold = entry != nil || entries.contains { nearestName(to: $0.key, in: [key]) != nil && !isKnown($0.key) }
            if !isTold { problems.report(.missingKey, at: top, "key \"\(key)\" is missing", mend: "Add '\(key): \"…\"' here.") }
        case .unknown(let key):
            problems.report(
                .unknownKey, at: entry?.keyPlace ?? top, "unknown key \"\(key)\"",
                suggestion: nearestName(to: key, in: Words.requiredKeys))
        case .unbalanced:
            problems.report(
                .badPlaceholder, at: value, "a brace has no partner", expected: "placeholders as {name} or {count:one|many}")
        case .unknownPlaceholder(let key, let name, let known):
            problems.report(
                .badPlaceholder, at: value, "\"\(key)\" has no placeholder {\(name)}",
                expected: known.isEmpty ? "none" : "one of " + known.map { "{\($0)}" }.joined(separator: " "),
                suggestion: nearestName(to: name, in: known))
        case .wrongCount(_, let found, let wanted):
            problems.report(
                .outOfRange, at: value, "\(found) words are written", expected: "\(wanted) words, separated by spaces")
        }
    }

    private func isKnown(_ key: String) -> Bool { Words.requiredKeys.contains(key) }
}
