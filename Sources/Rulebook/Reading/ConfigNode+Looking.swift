/// Looking at what is written without asking for a kind: for what checks and explains a config that has been read already.
extension ConfigNode {
    /// The entries of a map; empty for all else.
    var entries: [Entry] { if case .map(let entries) = content { entries } else { [] } }

    /// The members of a list; empty for all else.
    var members: [ConfigNode] { if case .list(let members) = content { members } else { [] } }

    /// What a scalar says.
    var text: String? { if case .text(let text, _) = content { text } else { nil } }

    subscript(key: String) -> ConfigNode? { entries.first { $0.key == key }?.value }

    /// The member of a list with that `id`.
    func member(_ id: String) -> ConfigNode? { members.first { $0["id"]?.text == id } }
}
