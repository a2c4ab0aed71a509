/// A piece of YAML with its place: a text, a list or a map in the order written.
package struct ConfigNode: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// The text of a scalar; `isQuoted` tells `"yes"` from `yes`.
        case text(String, isQuoted: Bool)
        case list([ConfigNode])
        case map([Entry])
    }

    package struct Entry: Hashable, Sendable {
        package var key: String
        package var keyPlace: ConfigPlace
        package var value: ConfigNode
    }

    package var content: Content
    package var place: ConfigPlace

    package init(_ content: Content, at place: ConfigPlace) {
        self.content = content
        self.place = place
    }

    /// Nothing written: `key:`, `key: ~` or `key: null`.
    package var isEmpty: Bool {
        guard case .text(let text, isQuoted: false) = content else { return false }
        return text.isEmpty || text == "~" || text == "null"
    }

    /// What was written, in the words of an error message.
    var kindInWords: String {
        switch content {
        case .text(let text, _): isEmpty ? "nothing" : "\"\(text)\""
        case .list: "a list"
        case .map: "a map of keys"
        }
    }
}
