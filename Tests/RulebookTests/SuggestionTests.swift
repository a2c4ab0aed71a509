import Alerts
import Foundation
import Reports
import Testing

@testable import Rulebook

struct SuggestionTests {
    private static let note = "Lunch given. Chatted about how she fell for her husband in 1961. Settled."

    private static func dismissed(
        _ reason: DismissalReason, alert id: String = "a_1234567890abcdef", rule: String = "fall"
    ) -> Suggestions.Dismissed {
        let start = (note.range(of: "fell").map { note.utf8.distance(from: note.startIndex, to: $0.lowerBound) }) ?? 0
        let quote = Quote(report: "r1", start: start, end: start + 4, text: "fell", concept: "mobility.fall")
        let time = Instant.utc(year: 2026, month: 3, day: 2)
        let alert = Alert(
            id: id, client: "C1", rule: rule, kind: .redFlag, domain: "mobility", severity: .high, status: .open, opened: time,
            updated: time, title: "Fall", why: "", evidence: [quote], proposals: [], rulebook: "sha256:1")
        let decision = Decision(
            number: 1, alert: id, kind: .dismiss, person: "Anna", reason: reason, note: "said \"so\"", at: time)
        return Suggestions.Dismissed(alert: alert, decision: decision, notes: ["r1": note], files: [quote: "mobility.yaml"])
    }

    private static func suggestions(_ dismissed: [Suggestions.Dismissed], agency: [ConfigFile] = []) throws -> [Suggestion] {
        let rulebook = try Rulebook(ConfigFiles(Shipped.filesWithoutLexicon + agency))
        return Suggestions(dismissed, confirmed: [:], rulebook: rulebook).all
    }

    @Test func `a misread phrase becomes words to ignore, with the sentence as their test`() throws {
        let edit = try #require(try Self.suggestions([Self.dismissed(.misread), Self.dismissed(.misread)]).first?.edit)
        #expect(edit.path == "lexicon/misread-12345678/mobility.yaml")
        #expect(edit.after.contains("- \"about how she fell for her husband\""))
        #expect(edit.after.contains("- \"Chatted about how she fell for her husband in 1961\""))
        #expect(edit.patch.hasPrefix("--- /dev/null\n+++ b/\(edit.path)\n@@ -0,0 +1,7 @@\n+# Dismissed"))
        let file = ConfigFile(path: edit.path, shownAs: "config/\(edit.path)", text: edit.after, origin: .agency)
        let builtIn = ConfigFiles.builtIn.layers.flatMap(\.files)
        #expect(Rulebook.check(ConfigFiles(builtIn + [file])).filter { $0.place.file == file.shownAs } == [])
    }

    @Test func `what is expected of a client becomes an exception that silences the rule for them alone`() throws {
        let known = ConfigFile(
            path: "exceptions.yaml", shownAs: "config/exceptions.yaml",
            text: "exceptions:\n  - {rule: fall, client: C9, because: \"ball games\"}\n", origin: .agency)
        let suggestions = try Self.suggestions([Self.dismissed(.alreadyKnown)], agency: [known])
        let edit = try #require(suggestions.first?.edit)
        #expect(
            edit.patch == """
                --- a/exceptions.yaml
                +++ b/exceptions.yaml
                @@ -1,2 +1,3 @@
                 exceptions:
                +  - {rule: fall, client: "C1", until: 2026-03-30, because: "said \\"so\\""}
                   - {rule: fall, client: C9, because: "ball games"}

                """)
        var file = known
        file.text = edit.after
        let policy = try Rulebook(ConfigFiles(Shipped.filesWithoutLexicon + [file])).policy
        #expect(policy.hasException("fall", client: "C1"))
        #expect(!policy.hasException("fall", client: "C2"))
    }

    @Test func `a rule changes only when several say so`() throws {
        let twice = [Self.dismissed(.wrongSeverity, alert: "a_1"), Self.dismissed(.wrongSeverity, alert: "a_2")]
        #expect(try Self.suggestions(twice) == [])
        let edit = try Self.suggestions(twice + [Self.dismissed(.wrongSeverity, alert: "a_3")]).first?.edit
        #expect(edit?.path == "alerts/red-flags.yaml")
        #expect(edit?.after == "extends: built-in\nrules:\n  - {id: fall, severity: medium}\n")
        let useless = (1...3).map { Self.dismissed(.notUseful, alert: "a_\($0)", rule: "sleep-rising") }
        #expect(try Self.suggestions(useless).first?.edit?.after.contains("{id: sleep, share: 0.5}") == true)
    }

    @Test func `an exception ends, and speaks of one rule and client`() throws {
        let text = "exceptions: [{rule: fall, client: C1, until: 2026-03-01, because: \"rehab\"}]"
        let file = ConfigFile(path: "exceptions.yaml", shownAs: "config/exceptions.yaml", text: text, origin: .agency)
        let files = ConfigFiles(Shipped.filesWithoutLexicon + [file])
        #expect(try Rulebook(files).policy.hasException("fall", client: "C1"))
        let misspelt = ConfigFile(
            path: "exceptions.yaml", shownAs: "config/exceptions.yaml",
            text: "exceptions: [{rule: fal, client: C1, until: soon, because: \"rehab\"}]", origin: .agency)
        let problems = Rulebook.check(ConfigFiles(Shipped.filesWithoutLexicon + [misspelt]))
        #expect(problems.map(\.code) == [.unknownRule, .badPattern])
        #expect(problems.first?.suggestion == "fall")
    }
}
