/// The config in force as nodes, overlays already laid over what they extend.
///
/// Maps merge key by key at every depth; any other value of the agency takes the place of the built-in one; an empty value
/// (`key: ~`) takes the entry away. Each node keeps the place that it was written at, so every part of a rule knows its file.
package struct ConfigTree {
    /// The root map of each file by path.
    package private(set) var roots: [String: ConfigNode] = [:]

    package init(_ files: ConfigFiles, problems: ConfigProblems) {
        for (path, layers) in files.layers {
            let nodes = layers.compactMap { file -> ConfigNode? in
                guard let node = ConfigYAML.node(of: file.text, file: file.shownAs, problems: problems) else { return nil }
                return Self.checkedRoot(node, problems)
            }
            guard let lowest = nodes.first else { continue }
            roots[path] = nodes.dropFirst().reduce(lowest) { Self.overlay($1, on: $0) }
        }
    }

    /// Paths below a folder, in order.
    package func paths(below folder: String) -> [String] {
        roots.keys.filter { $0.hasPrefix(folder + "/") }.sorted()
    }

    static func overlay(_ upper: ConfigNode, on lower: ConfigNode) -> ConfigNode {
        guard case .map(let additions) = upper.content, case .map(var entries) = lower.content else { return upper }
        for addition in additions {
            guard let index = entries.firstIndex(where: { $0.key == addition.key }) else {
                if !addition.value.isEmpty { entries.append(addition) }
                continue
            }
            if addition.value.isEmpty {
                entries.remove(at: index)
            } else {
                entries[index].value = overlay(addition.value, on: entries[index].value)
                entries[index].keyPlace = addition.keyPlace
            }
        }
        return ConfigNode(.map(entries), at: upper.place)
    }

    /// The root without `extends`, which must say `built-in`.
    private static func checkedRoot(_ node: ConfigNode, _ problems: ConfigProblems) -> ConfigNode? {
        if node.isEmpty { return ConfigNode(.map([]), at: node.place) }
        guard case .map(var entries) = node.content else {
            problems.report(.wrongKind, at: node.place, "expected a map of keys, found \(node.kindInWords)")
            return nil
        }
        if let index = entries.firstIndex(where: { $0.key == "extends" }) {
            _ = entries[index].value.name(in: ["built-in"], problems)
            entries.remove(at: index)
        }
        return ConfigNode(.map(entries), at: node.place)
    }
}
