/// The agency's files as they are edited, one suggestion after the other.
struct AgencyFolder {
    private(set) var files: [String: String]

    init(_ files: ConfigFiles) {
        let own = files.layers.flatMap(\.files).filter { $0.origin == .agency }
        self.files = Dictionary(own.map { ($0.path, $0.text) }) { _, last in last }
    }

    /// A file of its own; nil where there is one of that name already.
    mutating func write(_ text: String, to path: String) -> Suggestion.FileEdit? {
        guard files[path] == nil else { return nil }
        files[path] = text
        return Suggestion.FileEdit(path: path, before: "", after: text)
    }

    /// Adds a member to a list at the top of a file that extends the built-in one, or makes such a file; nil where the file is
    /// written in a way that a person must edit, or where it speaks of that member already.
    mutating func add(_ member: String, id: String, to list: String, in path: String, extends: Bool) -> Suggestion.FileEdit? {
        let line = "  - \(member)"
        guard let before = files[path] else {
            let text = (extends ? "extends: built-in\n" : "") + "\(list):\n\(line)\n"
            files[path] = text
            return Suggestion.FileEdit(path: path, before: "", after: text)
        }
        var lines = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        let isOverlay = lines.contains { $0.hasPrefix("extends:") }
        guard isOverlay || !extends, extends == false || !before.contains("id: \(id)") else { return nil }
        if let index = lines.firstIndex(where: { $0 == "\(list):" }) {
            lines.insert(line, at: index + 1)
        } else if let index = lines.firstIndex(where: { $0 == "\(list): []" }) {
            lines.replaceSubrange(index...index, with: ["\(list):", line])
        } else if lines.contains(where: { $0.hasPrefix("\(list):") }) {
            return nil
        } else {
            lines += ["\(list):", line]
        }
        let after = lines.joined(separator: "\n") + "\n"
        files[path] = after
        return Suggestion.FileEdit(path: path, before: before, after: after)
    }
}
