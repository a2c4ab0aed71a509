/// Why a line of labels or truth cannot be read; names the place and the field, never the note's words.
package struct UnreadableLabel: Error, CustomStringConvertible {
    package var line: Int
    package var reason: String

    package var description: String { "line \(line): \(reason)" }

    /// What was wrong, without the words of the record.
    static func words(for error: any Error) -> String {
        guard let error = error as? DecodingError else { return "is not a record of the expected form" }
        switch error {
        case .keyNotFound(let key, _): return "\"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\"\(path(context))\" has a value of another kind than expected"
        case .dataCorrupted(let context):
            let field = path(context)
            return field.isEmpty ? "is not JSON" : "\"\(field)\" cannot be read"
        @unknown default: return "is not a record of the expected form"
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.map(\.stringValue).joined(separator: ".")
    }
}
