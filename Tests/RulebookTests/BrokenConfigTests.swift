import Foundation
import TestKit
import Testing

@testable import Rulebook

/// Each `Fixtures/rulebook/NAME.yaml` stands for the config file that its first line names; `NAME.expected` holds the messages.
struct BrokenConfigTests {
    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: Fixture.url("rulebook").path())) ?? [])
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

    @Test(arguments: names)
    func `a broken config is told with its place and how to mend it`(name: String) throws {
        let rendered = try problems(of: name).map(\.rendered).joined(separator: "\n") + "\n"
        #expect(try rendered == Fixture.text("rulebook/\(name).expected"))
    }

    @Test func `there are fixtures, and each has a problem`() throws {
        #expect(Self.names.count >= 25)
        for name in Self.names {
            #expect(try !problems(of: name).isEmpty, "\(name)")
        }
    }

    private func problems(of name: String) throws -> [RulebookProblem] {
        let text = try Fixture.text("rulebook/\(name).yaml")
        let path = try #require(text.split(separator: "\n").first?.dropFirst(2))
        let broken = ConfigFile(path: String(path), shownAs: "config/\(path)", text: text, origin: .agency)
        return Rulebook.check(ConfigFiles(Shipped.filesWithoutLexicon + [broken]))
            .filter { $0.place.file == broken.shownAs }
    }
}
