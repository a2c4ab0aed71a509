import Foundation
import Rulebook

/// A test that failed: what was expected and what came, one below the other.
struct TestFailure {
    let text: String
    let ndjson: String
    /// Where the expectation stands, as it is and as it came.
    private let expectation: (place: ConfigPlace, old: String, new: String)?

    init(text: String, ndjson: String, expectation: (place: ConfigPlace, old: String, new: String)? = nil) {
        self.text = text
        self.ndjson = ndjson
        self.expectation = expectation
    }

    /// Writes what came into the test's file; false where there is nothing to write or the file is inside the program.
    func accept() throws -> Bool {
        guard let (place, old, new) = expectation, old != new,
            let text = try? String(contentsOfFile: place.file, encoding: .utf8)
        else { return false }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.indices.contains(place.line - 1) else { return false }
        let scalars = Array(lines[place.line - 1].unicodeScalars)
        var head = String.UnicodeScalarView()
        head.append(contentsOf: scalars.prefix(place.column - 1))
        var tail = String.UnicodeScalarView()
        tail.append(contentsOf: scalars.dropFirst(place.column - 1))
        guard let range = String(tail).range(of: old) else { return false }
        lines[place.line - 1] = String(head) + String(tail).replacingCharacters(in: range, with: new)
        do {
            try lines.joined(separator: "\n").write(toFile: place.file, atomically: true, encoding: .utf8)
        } catch {
            throw Failure.refused("\(place.file) could not be written.")
        }
        return true
    }

    init(_ result: RuleTestRun.Result) {
        let test = result.test
        let (subject, name) = (test.subject.kind, test.subject.id)
        var lines = ["\(test.place)  T001 \(subject) \(name): \"\(printable(test.name))\" failed"]
        lines.append("   | visits    \(printable(test.series))")
        if !result.outcome.meets(test.expectation) {
            lines.append("   | expected  \(test.expectation.text)")
            lines.append("   | got       \(result.outcome.text)")
        }
        var members: [JSONValue.Member] = [
            .init("file", .text(test.place.file)), .init("line", .number(Double(test.place.line))),
            .init(subject, .text(name)), .init("test", .text(test.name)), .init("visits", .text(test.series)),
            .init("expected", .text(test.expectation.text)), .init("got", .text(result.outcome.text)),
        ]
        if let unsaid = result.unsaid, let says = test.says {
            lines.append("   | expected  “\(printable(says))” in a line of the digest")
            lines += (unsaid.isEmpty ? ["nothing about it"] : unsaid).map { "   | got       “\(printable($0))”" }
            members += [.init("says", .text(says)), .init("said", .list(unsaid.map { .text($0) }))]
        }
        self.init(
            text: lines.joined(separator: "\n"), ndjson: JSONValue.object(members).written(),
            expectation: (test.expectationPlace, test.expectation.text, result.outcome.text))
    }

    init(_ test: NoteTest, missing: [String], surplus: [String]) {
        var lines = ["\(test.place)  T002 the note is read otherwise", "   | note      \(printable(test.note))"]
        lines += missing.map { "   | missing   \($0)" } + surplus.map { "   | surplus   \($0)" }
        let members: [JSONValue.Member] = [
            .init("file", .text(test.place.file)), .init("line", .number(Double(test.place.line))),
            .init("note", .text(test.note)), .init("missing", .list(missing.map { .text($0) })),
            .init("surplus", .list(surplus.map { .text($0) })),
        ]
        self.init(text: lines.joined(separator: "\n"), ndjson: JSONValue.object(members).written())
    }
}
