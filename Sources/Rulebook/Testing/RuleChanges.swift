import Alerts

/// Every number of the rules and measures, changed one at a time: tests that are worth something notice it.
package struct RuleChanges {
    package struct Change: Hashable, Sendable {
        /// `rule fall` or `measure mobility`.
        package var subject: RuleTest.Subject
        /// The value that is changed.
        package var place: ConfigPlace
        package var key: String
        package var old: String
        package var new: String
        fileprivate var file: String
    }

    package let all: [Change]
    private let tree: ConfigTree
    private let rulebook: Rulebook

    /// Of the rules and measures that are asked for.
    package init(_ rulebook: Rulebook, where isAsked: (RuleTest.Subject) -> Bool = { _ in true }) {
        self.rulebook = rulebook
        var tree = ConfigTree(rulebook.files, problems: ConfigProblems())
        for path in tree.roots.keys where path.hasPrefix("alerts/") || path == "measures.yaml" {
            tree.replace(path) { $0.withoutTests }
        }
        self.tree = tree
        var changes: [Change] = []
        for (path, root) in tree.roots.sorted(by: { $0.key < $1.key }) where path.hasPrefix("alerts/") {
            for rule in root["rules"]?.members ?? [] {
                changes += Self.changes(of: rule, .rule(rule["id"]?.text ?? ""), in: path)
            }
        }
        let measures = tree.roots["measures.yaml"]
        for measure in measures?["measures"]?.members ?? [] {
            changes += Self.changes(of: measure, .measure(measure["id"]?.text ?? ""), in: "measures.yaml")
        }
        all = changes.filter { isAsked($0.subject) }
    }

    /// The tests of the rule, or of the rules that follow the measure, that fail after the change, by name; nil where the change
    /// breaks the config, which is noticed too. Tests that need the lexicon are not asked.
    package func witnesses(of change: Change) -> [String]? {
        guard let policy = policy(with: change) else { return nil }
        let tests = rulebook.places.tests.filter { concerns($0, change.subject) && !$0.needsLexicon }
        var run = RuleTestRun(policy: policy, words: rulebook.words, catalogue: rulebook.catalogue, lexicon: nil)
        return tests.filter { !run.result(of: $0).passes }.map(\.name)
    }

    /// Nil where the config is broken by it, which is noticed.
    private func policy(with change: Change) -> AlertPolicy? {
        var changed = tree
        changed.replace(change.file) { $0.replacing(change.new, at: change.place) }
        let problems = ConfigProblems()
        let reader = PolicyReader(concepts: rulebook.catalogue, problems: problems)
        guard let result = reader.policy(changed, agency: rulebook.agency), !problems.hasErrors else { return nil }
        return AlertPolicy(
            catalogue: result.measures, rules: result.rules, planChanges: result.planChanges,
            latenessDays: Double(rulebook.agency.latenessDays), rulebook: rulebook.hash)
    }

    private func concerns(_ test: RuleTest, _ subject: RuleTest.Subject) -> Bool {
        if test.subject == subject { return true }
        guard case .measure(let measure) = subject, case .rule(let id) = test.subject else { return false }
        switch rulebook.policy.rule(id)?.condition {
        case .trend(let trend): return trend.measure == measure
        case .recovery(let recovery): return recovery.measure == measure
        default: return false
        }
    }

    /// Numbers that decide; texts, names and what is only looked at by people are left alone.
    private static func changes(of node: ConfigNode, _ subject: RuleTest.Subject, in file: String) -> [Change] {
        var found: [Change] = []
        func visit(_ node: ConfigNode, _ key: String) {
            for entry in node.entries where !silent.contains(entry.key) { visit(entry.value, entry.key) }
            for member in node.members { visit(member, key) }
            guard let text = node.text else { return }
            for new in variants(of: text, key) {
                found.append(Change(subject: subject, place: node.place, key: key, old: text, new: new, file: file))
            }
        }
        visit(node, "")
        return found
    }

    private static let silent: Set<String> = [
        "id", "title", "say", "why", "counted", "tests", "propose", "domain", "name", "measure", "concepts", "any", "fine",
        "absent", "covers", "quiet_while", "opportunity", "rise", "reading",
    ]

    private static func variants(of text: String, _ key: String) -> [String] {
        if let severity = Severity(rawValue: text) {
            // A second severity that is milder than the first counts for nothing.
            return Severity.allCases.filter { $0 != severity && (key == "severity" || $0 < severity) }.map(\.rawValue)
        }
        var words = text.split(separator: " ").map(String.init)
        guard let index = words.lastIndex(where: { Double($0) != nil }), let number = Double(words[index]) else { return [] }
        return [number * 2, number / 2].filter { $0 != number }.map { value in
            let isWhole = !text.contains(".") && (key == "at_least" || key == "least_signs" || words.count > 1)
            words[index] = isWhole ? String(Int(value.rounded(.up))) : inWords(value)
            return words.joined(separator: " ")
        }.filter { $0 != text }
    }
}

extension RuleChanges.Change {
    package var text: String {
        "\(place)  T003 no test of \(subject.kind) \(subject.id) notices \(key): \(new) instead of \(old)"
    }

    /// With the tests that notice it.
    package func ndjson(_ witnesses: [String]) -> String {
        JSONValue.object([
            "file": .text(place.file), "line": .number(Double(place.line)), "kind": .text(subject.kind), "id": .text(subject.id),
            "key": .text(key), "old": .text(old), "new": .text(new), "noticed_by": .list(witnesses.map { .text($0) }),
        ]).written()
    }
}

extension RuleTest {
    package var needsLexicon: Bool {
        visits.contains { if case .note = $0.content { true } else { false } }
    }
}

extension RuleTest.Subject {
    package var id: String {
        switch self {
        case .rule(let id), .measure(let id): id
        }
    }

    package var kind: String {
        switch self {
        case .rule: "rule"
        case .measure: "measure"
        }
    }
}

extension ConfigNode {
    /// They stay as they are, and need not be read for each change.
    fileprivate var withoutTests: ConfigNode {
        switch content {
        case .text: self
        case .list(let members): ConfigNode(.list(members.map(\.withoutTests)), at: place)
        case .map(let entries):
            ConfigNode(
                .map(
                    entries.filter { $0.key != "tests" }.map {
                        Entry(key: $0.key, keyPlace: $0.keyPlace, value: $0.value.withoutTests)
                    }), at: place)
        }
    }

    /// The same with another text at one place.
    fileprivate func replacing(_ text: String, at place: ConfigPlace) -> ConfigNode {
        switch content {
        case .text(_, let isQuoted) where self.place == place: ConfigNode(.text(text, isQuoted: isQuoted), at: place)
        case .text: self
        case .list(let members): ConfigNode(.list(members.map { $0.replacing(text, at: place) }), at: self.place)
        case .map(let entries):
            ConfigNode(
                .map(
                    entries.map {
                        Entry(key: $0.key, keyPlace: $0.keyPlace, value: $0.value.replacing(text, at: place))
                    }), at: self.place)
        }
    }
}
