/// Something wrong in the config: what, where, what was expected and how to mend it.
package struct RulebookProblem: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable { case error, warning }

    package var code: Code
    package var place: ConfigPlace
    /// The line that the place is in, for the caret.
    package var sourceLine: String?
    package var message: String
    package var expected: String?
    /// The nearest name that would have been right.
    package var suggestion: String?
    package var mend: String?

    package var severity: Severity { code.rawValue.hasPrefix("W") ? .warning : .error }

    /// Stable codes: E0 files and YAML, E1 keys and values, E2 names and sums across files, W things that may be meant.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        case unreadableFile = "E001"
        case notYAML = "E002"
        case unknownFile = "E003"
        case tooLarge = "E004"
        case missingKey = "E101"
        case unknownKey = "E102"
        case duplicateKey = "E103"
        case noValue = "E104"
        case wrongKind = "E110"
        case outOfRange = "E111"
        case notAChoice = "E112"
        case badBudget = "E113"
        case badTimeZone = "E114"
        case badPattern = "E115"
        case badPhrase = "E116"
        case badPlaceholder = "E117"
        case badSeries = "E118"
        case unknownConcept = "E201"
        case unknownMeasure = "E202"
        case unknownPlanChange = "E203"
        case unknownBranch = "E204"
        case unknownClass = "E205"
        case unknownDomain = "E206"
        case duplicateName = "E207"
        case unknownRule = "E208"
        case budgetOverspent = "E210"
        case badSum = "E211"
        case contradiction = "E212"
        case clientTwice = "W301"
        case unused = "W302"
        case noEffect = "W303"
        case neverFires = "W304"
        case shadowed = "W305"
        case ambiguousForm = "W306"
        case unitMismatch = "W307"
        case outsideLiterature = "W308"
    }
}

/// Why no rulebook could be made: every problem found, errors and warnings.
package struct RulebookErrors: Error, Sendable, CustomStringConvertible {
    package let problems: [RulebookProblem]

    package init(_ problems: [RulebookProblem]) { self.problems = problems }

    package var description: String { problems.map(\.rendered).joined(separator: "\n") }
}
