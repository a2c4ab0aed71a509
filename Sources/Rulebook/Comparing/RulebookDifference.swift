/// What changed between two rulebooks, entry by entry.
package struct RulebookDifference: Sendable {
    package struct Change: Hashable, Sendable {
        /// Below the config folder.
        package var file: String
        /// What was changed, e.g. `rule fall` or `concept mobility.fall, phrases`; empty for the file as a whole.
        package var what: String
        /// As it was written; nil where it is new.
        package var old: String?
        /// As it is written; nil where it is gone.
        package var new: String?

        /// In a sentence without its file.
        package var sentence: String {
            let name = what.isEmpty ? "the file" : what
            switch (old, new) {
            case (let old?, let new?): return "\(name): now \(new), was \(old)"
            case (nil, let new?): return new.isEmpty ? "\(name) is new" : "\(name): added \(new)"
            case (let old?, nil): return old.isEmpty ? "\(name) is gone" : "\(name): removed \(old)"
            case (nil, nil): return name
            }
        }
    }

    /// By file, in the order of the newer one.
    package private(set) var changes: [Change] = []

    package init(from old: ConfigFiles, to new: ConfigFiles) {
        let (before, after) = (ConfigTree(old, problems: ConfigProblems()), ConfigTree(new, problems: ConfigProblems()))
        for path in Set(before.roots.keys).union(after.roots.keys).sorted() {
            compare(before.roots[path], after.roots[path], Path(file: path))
        }
    }

    private struct Path {
        var file: String
        var names: [String] = []

        var words: String { names.joined(separator: ", ") }

        func below(_ name: String) -> Path { Path(file: file, names: names + [name]) }
    }

    private mutating func compare(_ old: ConfigNode?, _ new: ConfigNode?, _ path: Path) {
        guard let old, let new else {
            guard old != nil || new != nil else { return }
            return changes.append(
                Change(file: path.file, what: path.words, old: old.map(summary), new: new.map(summary)))
        }
        switch (old.content, new.content) {
        case (.map(let before), .map(let after)): compare(before, after, path)
        case (.list(let before), .list(let after)): compare(before, after, path)
        case (.text(let before, _), .text(let after, _)) where before == after: break
        default: changes.append(Change(file: path.file, what: path.words, old: inWords(old), new: inWords(new)))
        }
    }

    private mutating func compare(_ old: [ConfigNode.Entry], _ new: [ConfigNode.Entry], _ path: Path) {
        let before = Dictionary(old.map { ($0.key, $0.value) }) { first, _ in first }
        for entry in new { compare(before[entry.key], entry.value, path.below(name(entry.key, path))) }
        let kept = Set(new.map(\.key))
        for entry in old where !kept.contains(entry.key) { compare(entry.value, nil, path.below(name(entry.key, path))) }
    }

    private mutating func compare(_ old: [ConfigNode], _ new: [ConfigNode], _ path: Path) {
        if (old + new).allSatisfy({ $0["id"] != nil }) {
            let outer = Path(file: path.file, names: Array(path.names.dropLast()))
            let noun = Self.nouns[path.names.last ?? ""] ?? path.names.last ?? ""
            for member in new {
                guard let id = member["id"]?.text else { continue }
                compare(old.first { $0["id"]?.text == id }, member, outer.below("\(noun) \(id)"))
            }
            for member in old {
                guard let id = member["id"]?.text, !new.contains(where: { $0["id"]?.text == id }) else { continue }
                compare(member, nil, outer.below("\(noun) \(id)"))
            }
            return
        }
        let (before, after) = (old.map(inWords), new.map(inWords))
        let added = after.filter { !before.contains($0) }
        let removed = before.filter { !after.contains($0) }
        if !removed.isEmpty { changes.append(Change(file: path.file, what: path.words, old: shortened(removed), new: nil)) }
        if !added.isEmpty { changes.append(Change(file: path.file, what: path.words, old: nil, new: shortened(added))) }
    }

    /// What the members of a list are called.
    private static let nouns = ["rules": "rule", "measures": "measure", "plan_changes": "plan change", "ranges": "range"]

    /// Keys of a map of names are told with what they name.
    private func name(_ key: String, _ path: Path) -> String {
        let nouns = ["coordinators": "coordinator", "classes": "word class", "abbreviations": "short form", "branches": "branch"]
        if path.names == ["concepts"] { return key }
        return path.names.last.flatMap { nouns[$0] }.map { "\($0) \(key)" } ?? key
    }

    /// Of an entry that is there in one of the two alone: a scalar as it stands, all else without its parts.
    private func summary(_ node: ConfigNode) -> String { node.text == nil ? "" : inWords(node) }

    private func inWords(_ node: ConfigNode) -> String {
        switch node.content {
        case .text(let text, _): "\"\(text)\""
        case .list(let members): "[" + members.map(inWords).joined(separator: ", ") + "]"
        case .map(let entries): "{" + entries.map { "\($0.key): \(inWords($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    private func shortened(_ items: [String]) -> String {
        let most = 6
        let rest = items.count - most
        return items.prefix(most).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
