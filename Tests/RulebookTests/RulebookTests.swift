import Foundation
import Signals
import Testing

@testable import Rulebook

struct RulebookTests {
    @Test func `the shipped config has no problem`() throws {
        #expect(Rulebook.check(folder: nil).map(\.rendered) == [])
        let rulebook = try Rulebook.load(folder: nil)
        #expect(rulebook.catalogue.ids.count == 93)
        #expect(rulebook.catalogue.ids.count { Concept($0).isReading } == 9)
    }

    @Test func `a folder that is not there is a problem, not a crash`() {
        #expect(throws: RulebookErrors.self) { try Rulebook.load(folder: "/nowhere/at/all") }
    }
}
