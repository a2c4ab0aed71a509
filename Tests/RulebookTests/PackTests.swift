import Foundation
import Signals
import TestKit
import Testing

@testable import Rulebook

struct PackTests {
    @Test func `the Spanish pack reads its notes, and English as before`() throws {
        let rulebook = try Rulebook.load(folder: Fixture.url("spanish").path())
        var reader = SignalExtractor(try rulebook.lexicon()).makeReader()
        #expect(rulebook.noteTests.count >= 13)
        for test in rulebook.noteTests {
            let (missing, surplus) = test.difference(from: reader.read(test.note, region: test.region).signals)
            #expect(missing.isEmpty && surplus.isEmpty, "\(test.note): missing \(missing), surplus \(surplus)")
        }
        let english = reader.read("Nearly fell in the bathroom. Refused her tablets. No pain.", region: "US").signals
        #expect(Set(english.map(\.concept)).isSuperset(of: ["mobility.near-fall", "medication.refused", "pain.present"]))
    }

    @Test func `a rulebook with a pack is kept and made again`() throws {
        let files = try Rulebook.load(folder: Fixture.url("spanish").path()).files
        #expect(ConfigFiles(stored: files.stored, named: "0123abcd").hash == files.hash)
        #expect(files.hash != ConfigFiles.builtIn.hash)
    }

    @Test func `a pack that is not there is told`() throws {
        let agency = ConfigFile(
            path: "agency.yaml", shownAs: "config/agency.yaml", text: "extends: built-in\npacks: [spanich]\n", origin: .agency)
        let problems = Rulebook.check(ConfigFiles(Shipped.filesWithoutLexicon + [agency]))
        #expect(problems.map(\.suggestion) == ["spanish"])
    }
}
