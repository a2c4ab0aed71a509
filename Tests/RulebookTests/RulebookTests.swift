import Alerts
import Foundation
import Reports
import Signals
import Testing
import Trends

@testable import Rulebook

struct RulebookTests {
    @Test func `the shipped config has no problem`() throws {
        #expect(Rulebook.check(folder: nil).map(\.rendered) == [])
        let rulebook = try Rulebook.load(folder: nil)
        #expect(rulebook.catalogue.ids.count == 94)
        #expect(rulebook.catalogue.ids.count { Concept($0).isReading } == 9)
    }

    @Test func `the shipped intake settings are the usual ones`() throws {
        let rulebook = try Rulebook.load(folder: nil)
        var usual = IntakeSettings()
        usual.region = "UK"
        #expect(rulebook.intake == usual)
    }

    @Test func `init writes a copy that is the same rulebook, and never overwrites`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rulebook-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try ConfigCopy.write(to: folder).allSatisfy { $0.outcome == .written })
        #expect(try Rulebook.load(folder: folder).hash == Rulebook.load(folder: nil).hash)
        let agency = folder + "/agency.yaml"
        let mine = try String(contentsOfFile: agency, encoding: .utf8).replacing("Home care agency", with: "Willow")
        try mine.write(toFile: agency, atomically: true, encoding: .utf8)
        try FileManager.default.removeItem(atPath: folder + "/words.yaml")
        let again = try ConfigCopy.write(to: folder)
        #expect(again.filter { $0.outcome == .written }.map(\.path) == ["words.yaml"])
        #expect(try Rulebook.load(folder: folder).agency.name == "Willow")
    }

    @Test func `an overlay changes one entry, and every part knows its file`() throws {
        let overlay = """
            extends: built-in
            measures:
              - {id: sleep, share: 2}
              - {id: swelling, remove: yes}
            """
        let rules = "extends: built-in\nrules: [{id: swelling-rising, remove: yes}, {id: sleep-rising, severity: urgent}]\n"
        let easing = "extends: built-in\nrules: [{id: swelling-easing, remove: yes}]\n"
        let agency = [("measures.yaml", overlay), ("alerts/trends.yaml", rules), ("alerts/recovery.yaml", easing)].map {
            ConfigFile(path: $0.0, shownAs: "config/" + $0.0, text: $0.1, origin: .agency)
        }
        let builtIn = try Rulebook.load(folder: nil)
        let rulebook = try Rulebook(ConfigFiles(ConfigFiles.builtIn.layers.flatMap(\.files) + agency))
        #expect(rulebook.policy.catalogue.measures.count == builtIn.policy.catalogue.measures.count - 1)
        #expect(rulebook.policy.catalogue.measures.first { $0.id == "sleep" }?.share == 2)
        #expect(rulebook.policy.rules.first { $0.id == "sleep-rising" }?.severity == .urgent)
        #expect(rulebook.places.rules["sleep-rising"]?.description == "config/alerts/trends.yaml:2:50")
        #expect(rulebook.hash != builtIn.hash)
        #expect(rulebook.policy.rulebook == rulebook.hash)
    }

    @Test func `a folder that is not there is a problem, not a crash`() {
        #expect(throws: RulebookErrors.self) { try Rulebook.load(folder: "/nowhere/at/all") }
    }
}
