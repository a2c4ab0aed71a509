/// Every word of digests, stories and alert pages that is not a client's, a carer's or a rule's own.
package struct Words: Hashable, Sendable {
    private let templates: [WordKey: Template]

    /// The keys that `config/words.yaml` must hold, no more and no fewer.
    package static let requiredKeys: Set<String> = Set(WordKey.allCases.map(\.rawValue))

    package init(entries: [String: String]) throws(WordsError) {
        var problems: [WordsError.Problem] = []
        var templates: [WordKey: Template] = [:]
        for key in WordKey.allCases {
            guard let source = entries[key.rawValue] else {
                problems.append(.missing(key: key.rawValue))
                continue
            }
            guard let template = Template(source) else {
                problems.append(.unbalanced(key: key.rawValue))
                continue
            }
            problems += Self.problems(of: template, source: source, for: key)
            templates[key] = template
        }
        let unknown = entries.keys.filter { WordKey(rawValue: $0) == nil }.sorted()
        problems += unknown.map { .unknown(key: $0) }
        guard problems.isEmpty else { throw WordsError(problems: problems) }
        self.templates = templates
    }

    private static func problems(of template: Template, source: String, for key: WordKey) -> [WordsError.Problem] {
        let known = key.placeholders
        var problems: [WordsError.Problem] = template.placeholders.filter { !known.contains($0) }.map { name in
            .unknownPlaceholder(key: key.rawValue, name: name, known: known)
        }
        let count = source.split(separator: " ").count
        if let wanted = key.listLength, count != wanted {
            problems.append(.wrongCount(key: key.rawValue, found: count, wanted: wanted))
        }
        return problems
    }

    /// The words of a key with its gaps filled.
    package func callAsFunction(_ key: WordKey, _ values: [String: String] = [:]) -> String {
        templates[key]?.filled(with: values) ?? ""
    }

    /// One of the words of a list such as the months; empty beyond its ends.
    func item(_ index: Int, of key: WordKey) -> String {
        let items = self(key).split(separator: " ")
        return items.indices.contains(index) ? String(items[index]) : ""
    }
}
