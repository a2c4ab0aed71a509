import Foundation
import TestKit
import Testing

/// Compares with a file of `Fixtures/digests`; with `VISITWATCH_RECORD=1` in the environment it writes the file instead.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Fixture.url("digests/\(name)")
    if ProcessInfo.processInfo.environment["VISITWATCH_RECORD"] == "1" {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    guard text != expected else { return }
    let pairs = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
    let difference = pairs.first { $0 != $1 }.map { "got:  \($0)\nwant: \($1)" } ?? "one is longer"
    Issue.record("\(name) differs\n\(difference)", sourceLocation: sourceLocation)
}
