/// The config in force as nodes, overlays already laid over what they extend.
///
/// - Maps merge key by key at every depth; an empty value (`key: ~`) takes the entry away.
/// - Lists whose members have an `id` merge member by member; `{id: x, remove: yes}` takes the member away.
/// - `key+: [members]` adds to the built-in list of that key instead of taking its place.
/// - Any other value of the agency takes the place of the built-in one.
///
/// Each node keeps the place that it was written at, so every part of a rule knows its file.
package struct ConfigTree {
    /// The root map of each file by path.
    package private(set) var roots: [String: ConfigNode] = [:]

    package init(_ files: ConfigFiles, problems: ConfigProblems) {
        for (path, layers) in files.layers where path != "simulation.yaml" {
            roots[path] = Self.root(layers, problems)
        }
    }

    /// Changes one file.
    mutating func replace(_ path: String, _ change: (ConfigNode) -> ConfigNode) { roots[path] = roots[path].map(change) }

    /// The root of one file alone; nil when it is not there or no YAML.
    package static func root(of path: String, in files: ConfigFiles, problems: ConfigProblems) -> ConfigNode? {
        files.layers.first { $0.path == path }.flatMap { root($0.files, problems) }
    }

    private static func root(_ layers: [ConfigFile], _ problems: ConfigProblems) -> ConfigNode? {
        let nodes = layers.compactMap { file -> ConfigNode? in
            guard let node = ConfigYAML.node(of: file.text, file: file.shownAs, problems: problems) else { return nil }
            return checkedRoot(node, problems)
        }
        return nodes.first.map { lowest in nodes.dropFirst().reduce(lowest) { overlay($1, on: $0) } }
    }

    /// The files of a folder: built-in ones first, so that a name given twice is told at the agency's; then by path.
    package func roots(below folder: String) -> [ConfigNode] {
        let found = roots.filter { $0.key.hasPrefix(folder + "/") }
        return found.sorted { ($0.value.isBuiltIn ? 0 : 1, $0.key) < ($1.value.isBuiltIn ? 0 : 1, $1.key) }.map(\.value)
    }

    static func overlay(_ upper: ConfigNode, on lower: ConfigNode) -> ConfigNode {
        if case .list(let additions) = upper.content, case .list(let members) = lower.content {
            return ConfigNode(.list(overlay(additions, on: members)), at: upper.place)
        }
        guard case .map(let additions) = upper.content, case .map(var entries) = lower.content else { return upper }
        for addition in additions {
            if append(addition, to: &entries) { continue }
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

    /// `key+: [members]`; false for any other entry.
    private static func append(_ addition: ConfigNode.Entry, to entries: inout [ConfigNode.Entry]) -> Bool {
        guard addition.key.hasSuffix("+"), case .list(let members) = addition.value.content else { return false }
        let key = String(addition.key.dropLast())
        guard let index = entries.firstIndex(where: { $0.key == key }) else {
            entries.append(ConfigNode.Entry(key: key, keyPlace: addition.keyPlace, value: addition.value))
            return true
        }
        guard case .list(let known) = entries[index].value.content else { return false }
        entries[index].value.content = .list(known + members)
        return true
    }

    private static func overlay(_ additions: [ConfigNode], on members: [ConfigNode]) -> [ConfigNode] {
        guard members.allSatisfy({ $0.id != nil }), additions.allSatisfy({ $0.id != nil }) else { return additions }
        var merged = members
        for addition in additions {
            let index = merged.firstIndex { $0.id == addition.id }
            if addition.isRemoval {
                if let index { merged.remove(at: index) }
            } else if let index {
                merged[index] = overlay(addition, on: merged[index])
            } else {
                merged.append(addition)
            }
        }
        return merged
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

extension ConfigNode {
    fileprivate var isBuiltIn: Bool { place.file.hasPrefix(ConfigFiles.builtInFolder) }

    /// The text of a map's `id`.
    fileprivate var id: String? { text(of: "id") }

    fileprivate var isRemoval: Bool { text(of: "remove") == "yes" }

    private func text(of key: String) -> String? {
        guard case .map(let entries) = content, case .text(let text, _)? = entries.first(where: { $0.key == key })?.value.content
        else { return nil }
        return text
    }
}
