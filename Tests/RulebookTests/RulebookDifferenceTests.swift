import Reports
import Testing

@testable import Rulebook

struct RulebookDifferenceTests {
    private static func overlay(_ path: String, _ text: String) -> ConfigFiles {
        let file = ConfigFile(path: path, shownAs: "config/" + path, text: "extends: built-in\n" + text, origin: .agency)
        return ConfigFiles(Shipped.filesWithoutLexicon + [file])
    }

    private static func sentences(_ path: String, _ text: String) -> [String] {
        RulebookDifference(from: ConfigFiles(Shipped.filesWithoutLexicon), to: overlay(path, text)).changes.map {
            "\($0.file): \($0.sentence)"
        }
    }

    @Test func `a changed value is told with what it was`() {
        let changed = "rules: [{id: delirium-infection, within: \"48 hours\", escalates_to: urgent}]\n"
        #expect(
            Self.sentences("alerts/patterns.yaml", changed) == [
                "alerts/patterns.yaml: rule delirium-infection, within: now \"48 hours\", was \"72 hours\"",
                "alerts/patterns.yaml: rule delirium-infection, escalates_to: added \"urgent\"",
            ])
    }

    @Test func `entries that come and go are told by name, members of lists one by one`() {
        let measures = "measures: [{id: swelling, remove: yes}, {id: sleep, levels: ~}]\nnot_seen+: [visit.late]\n"
        #expect(
            Self.sentences("measures.yaml", measures) == [
                "measures.yaml: not_seen: added \"visit.late\"", "measures.yaml: measure sleep, levels is gone",
                "measures.yaml: measure swelling is gone",
            ])
        #expect(Self.sentences("agency.yaml", "") == [])
    }

    @Test func `a rulebook that a store has kept is the same rulebook`() {
        let files = Self.overlay("agency.yaml", "name: \"Willow\"\n")
        let again = ConfigFiles(stored: files.stored, named: "0123abcd")
        #expect(again.hash == files.hash)
        let inOldStores = Dictionary(uniqueKeysWithValues: files.texts.map { ($0.key, $0.value) })
        #expect(ConfigFiles(stored: inOldStores, named: "0123abcd").hash == files.hash)
    }

    @Test func `an overlay adds to a list that it does not want to copy`() throws {
        let files = Self.overlay("intake.yaml", "columns: {note+: [\"narrative\"]}\n")
        #expect(try Rulebook(files).intake.columns[.note]?.last == "narrative")
        #expect(try Rulebook(files).intake.columns[.note]?.first == "note")
    }

    @Test func `problems as SARIF name rule, level, file and columns`() {
        let problem = RulebookProblem(
            code: .neverFires, place: ConfigPlace(file: "my config/a.yaml", line: 3, column: 5, width: 4), message: "no \"x\"")
        let json = SARIFLog([problem]).json
        for part in [
            "\"version\": \"2.1.0\"", "\"ruleId\": \"W304\"", "\"level\": \"warning\"", "\"uri\": \"my%20config/a.yaml\"",
            "\"startLine\": 3", "\"startColumn\": 5", "\"endColumn\": 9", "\"text\": \"no \\\"x\\\".\"",
        ] {
            #expect(json.contains(part), "\(part)")
        }
    }
}
