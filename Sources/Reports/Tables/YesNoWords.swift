/// The words by which an agency says yes and no.
struct YesNoWords: Sendable {
    private let answers: [String: Bool]

    init(_ settings: IntakeSettings) {
        var answers: [String: Bool] = [:]
        for word in settings.trueWords { answers[word.lowercased()] = true }
        for word in settings.falseWords { answers[word.lowercased()] = false }
        self.answers = answers
    }

    func answer(_ word: String) -> Bool? { answers[word] ?? answers[word.lowercased()] }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
            return ""
        }
        return String(self[first...last])
    }
}
