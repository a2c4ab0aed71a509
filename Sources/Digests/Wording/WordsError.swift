/// Everything that is wrong with a set of words, so that one look mends it.
package struct WordsError: Error, Hashable, Sendable {
    package var problems: [Problem]

    package enum Problem: Hashable, Sendable {
        case missing(key: String)
        case unknown(key: String)
        /// A `{` without its `}`, a lone `}`, or an empty placeholder.
        case unbalanced(key: String)
        case unknownPlaceholder(key: String, name: String, known: [String])
        /// A list with too few or too many words.
        case wrongCount(key: String, found: Int, wanted: Int)

        package var key: String {
            switch self {
            case .missing(let key), .unknown(let key), .unbalanced(let key): key
            case .unknownPlaceholder(let key, _, _), .wrongCount(let key, _, _): key
            }
        }
    }
}

extension WordsError.Problem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let key):
            "\"\(key)\" is missing"
        case .unknown(let key):
            "\"\(key)\" is not a known key"
        case .unbalanced(let key):
            "\"\(key)\" has a brace without its partner; write placeholders as {name} or {count:one|many}"
        case .unknownPlaceholder(let key, let name, let known) where known.isEmpty:
            "\"\(key)\" takes no placeholders, but has {\(name)}"
        case .unknownPlaceholder(let key, let name, let known):
            "\"\(key)\" has no placeholder {\(name)}; it takes " + known.map { "{\($0)}" }.joined(separator: ", ")
        case .wrongCount(let key, let found, let wanted):
            "\"\(key)\" holds \(found) words separated by spaces; \(wanted) are needed"
        }
    }
}

extension WordsError: CustomStringConvertible {
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
