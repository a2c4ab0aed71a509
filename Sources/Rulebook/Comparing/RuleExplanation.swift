/// An effective rule, measure or plan change, part by part, with the file that each part comes from.
package struct RuleExplanation: Sendable {
    package struct Part: Hashable, Sendable {
        package var key: String
        package var value: String
        package var place: ConfigPlace
    }

    /// `rule`, `measure` or `plan change`.
    package let kind: String
    package let parts: [Part]

    /// Nil where nothing has that id.
    package init?(_ id: String, in rulebook: Rulebook) {
        let tree = ConfigTree(rulebook.files, problems: ConfigProblems())
        let rules = tree.roots(below: "alerts").lazy.compactMap { $0["rules"]?.member(id) }.first
        let root = tree.roots["measures.yaml"]
        let others = ["composite", "weight"].lazy.compactMap { root?[$0] }.first { $0["id"]?.text == id }
        let measure = root?["measures"]?.member(id) ?? root?["ranges"]?.member(id) ?? others
        let change = tree.roots["plan-changes.yaml"]?["plan_changes"]?.member(id)
        guard let node = rules ?? measure ?? change else { return nil }
        kind = rules != nil ? "rule" : measure != nil ? "measure" : "plan change"
        parts = node.entries.filter { $0.key != "tests" }.map { entry in
            Part(key: entry.key, value: Self.words(entry.value), place: entry.keyPlace)
        }
    }

    private static func words(_ node: ConfigNode) -> String {
        switch node.content {
        case .text(let text, _): text
        case .list(let members): members.map(words).joined(separator: ", ")
        case .map(let entries): "{" + entries.map { "\($0.key): \(words($0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
