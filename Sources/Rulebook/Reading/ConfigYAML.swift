import Foundation
import Yams

/// Reads one YAML file as nodes with places.
///
/// - A key written twice is reported and its second value left out, so that the rest is still checked.
/// - Aliases are followed; a file that unfolds to more than `nodeLimit` nodes is refused.
/// - Nothing is guessed from the look of a value: `no` and `1.0` stay texts until somebody asks for a kind.
struct ConfigYAML {
    static let nodeLimit = 500_000
    /// Private-use letters that stand for the first letter of a repeated key while the rest of the file is read.
    private static let repeatedMarks: ClosedRange<UInt32> = 0xE000...0xE0FF

    private let file: String
    private let problems: ConfigProblems
    private var nodes = 0

    /// Nil when the file is no YAML or holds nothing.
    static func node(of text: String, file: String, problems: ConfigProblems) -> ConfigNode? {
        var reader = ConfigYAML(file: file, problems: problems)
        guard let root = reader.composed(text) else { return nil }
        let node = reader.converted(root)
        guard reader.nodes <= nodeLimit else {
            problems.report(
                .tooLarge, at: ConfigPlace(file: file, line: 1, column: 1),
                "the file unfolds to more than \(nodeLimit) values", mend: "Use fewer aliases (*name).")
            return nil
        }
        return node
    }

    private init(file: String, problems: ConfigProblems) {
        self.file = file
        self.problems = problems
    }

    private func composed(_ text: String) -> Node? {
        var attempt = text
        for mark in Self.repeatedMarks {
            do {
                return try Parser(yaml: attempt, resolver: .basic, encoding: .utf8).singleRoot()
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let key = keys.first ?? ""
                guard let marked = marking(mark, repetitionOf: key, after: context.mark, in: attempt) else {
                    reportDuplicate(key, at: place(context.mark))
                    return nil
                }
                attempt = marked
            } catch {
                report(error, in: attempt)
                return nil
            }
        }
        return nil
    }

    private mutating func converted(_ node: Node) -> ConfigNode {
        nodes += 1
        guard nodes <= Self.nodeLimit else { return ConfigNode(.list([]), at: place(node.mark)) }
        switch node {
        case .scalar(let scalar):
            let isQuoted = scalar.style != .plain
            return ConfigNode(.text(scalar.string, isQuoted: isQuoted), at: place(scalar))
        case .sequence(let sequence):
            return ConfigNode(.list(sequence.map { converted($0) }), at: place(sequence.mark))
        case .mapping(let mapping):
            return ConfigNode(.map(mapping.compactMap { entry($0.key, $0.value) }), at: place(mapping.mark))
        case .alias(let alias):
            return ConfigNode(.text("", isQuoted: false), at: place(alias.mark))
        }
    }

    private mutating func entry(_ key: Node, _ value: Node) -> ConfigNode.Entry? {
        guard case .scalar(let scalar) = key else {
            problems.report(.wrongKind, at: place(key.mark), "a key must be a text, not a list or a map", expected: "a text")
            return nil
        }
        if let first = scalar.string.unicodeScalars.first, Self.repeatedMarks.contains(first.value) { return nil }
        return ConfigNode.Entry(key: scalar.string, keyPlace: place(scalar), value: converted(value))
    }

    private func place(_ scalar: Node.Scalar) -> ConfigPlace {
        var place = place(scalar.mark)
        let quotes = scalar.style == .doubleQuoted || scalar.style == .singleQuoted ? 2 : 0
        place.width = max(1, scalar.string.utf8.count == 0 ? quotes : scalar.string.unicodeScalars.count + quotes)
        return place
    }

    private func place(_ mark: Mark?) -> ConfigPlace {
        ConfigPlace(file: file, line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
    }
}

/// A key written twice in one map.
extension ConfigYAML {
    /// The text with the second key of that name made another name of the same length, after reporting it.
    private func marking(_ mark: UInt32, repetitionOf key: String, after first: Mark, in text: String) -> String? {
        var lines = linesOfYAML(text)
        guard let found = repetition(of: key, after: first, in: lines) else { return nil }
        var scalars = Array(lines[found.line].unicodeScalars)
        let place = ConfigPlace(
            file: file, line: found.line + 1, column: found.column + 1, width: key.unicodeScalars.count)
        reportDuplicate(key, at: place, first: first.line)
        let isQuoted = scalars[found.column] == "\"" || scalars[found.column] == "'"
        // One letter for one letter keeps the columns; a mark of its own keeps a third repetition apart from the second.
        scalars[found.column + (isQuoted ? 1 : 0)] = Unicode.Scalar(mark) ?? " "
        lines[found.line] = String(String.UnicodeScalarView(scalars))
        return lines.joined(separator: "\n")
    }

    private func repetition(of key: String, after first: Mark, in lines: [String]) -> (line: Int, column: Int)? {
        let spellings = [key, "\"\(key)\"", "'\(key)'"].map { Array($0.unicodeScalars) }
        for index in (first.line - 1)..<lines.count {
            let scalars = Array(lines[index].unicodeScalars)
            let isFirstLine = index == first.line - 1
            let columns = isFirstLine ? first.column..<max(first.column, scalars.count) : first.column - 1..<first.column
            for column in columns where spellings.contains(where: { isKey($0, at: column, in: scalars) }) {
                return (index, column)
            }
        }
        return nil
    }

    private func isKey(_ spelling: [Unicode.Scalar], at column: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let end = column + spelling.count
        guard !spelling.isEmpty, end < scalars.count, scalars[column..<end].elementsEqual(spelling) else { return false }
        let startsWord = column == 0 || [" ", "{", ",", "\t"].contains(scalars[column - 1])
        return startsWord && scalars[end...].first { $0 != " " } == ":"
    }

    private func reportDuplicate(_ key: String, at place: ConfigPlace, first: Int? = nil) {
        problems.report(
            .duplicateKey, at: place, "key \"\(key)\" is written twice" + (first.map { ", first in line \($0)" } ?? ""),
            mend: "Keep one of the two.")
    }
}

/// What libyaml says, in words that a tuner can act on.
extension ConfigYAML {
    private func report(_ error: any Error, in text: String) {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let words = Self.words[problem]
            let mark = words?.atContext == true ? context?.mark ?? mark : mark
            problems.report(.notYAML, at: place(mark), words?.message ?? problem, mend: words?.mend)
        case .reader(let problem, let offset, _, let yaml):
            let before = yaml.prefix(offset ?? 0)
            let line = linesOfYAML(String(before))
            let place = ConfigPlace(file: file, line: line.count, column: (line.last?.unicodeScalars.count ?? 0) + 1)
            problems.report(.notYAML, at: place, problem, mend: "Remove the character; save the file as UTF-8.")
        default:
            problems.report(.notYAML, at: place(nil), "the file is no YAML")
        }
    }

    private static let words: [String: (message: String, mend: String, atContext: Bool)] = [
        "found character that cannot start any token": (
            "this character may not begin a value", "Indent with spaces, not tabs; put quotes around the text.", false
        ),
        "mapping values are not allowed in this context": (
            "a colon does not fit here", "Check the indentation of this line and the one above; quote a text with a colon.",
            false
        ),
        "did not find expected key": (
            "expected a key here", "Check the indentation, and that every quote is closed.", false
        ),
        "did not find expected '-' indicator": (
            "expected another \"- \" of the list", "Indent this line like the members of the list, or end the list.", false
        ),
        "could not find expected ':'": (
            "this line has no colon after its key",
            "Write \"key: value\"; a text that begins with a quote needs other quotes around it.", true
        ),
        "found unexpected end of stream": (
            "a quote is opened here and never closed", "Close it with the same quote.", true
        ),
        "did not find expected ',' or ']'": (
            "the list opened here is not closed", "Put commas between its members and \"]\" at its end.", true
        ),
        "did not find expected ',' or '}'": (
            "the map opened here is not closed", "Put commas between its entries and \"}\" at its end.", true
        ),
        "found undefined alias": (
            "\"*name\" refers to nothing written above", "Put quotes around a text that begins with *.", false
        ),
        "found unknown escape character": (
            "a backslash has no meaning here", "Use single quotes around a text with a backslash, or write \\\\.", false
        ),
        "but found another document": (
            "a second document begins here", "Keep one document a file: remove the line \"---\".", false
        ),
    ]
}
