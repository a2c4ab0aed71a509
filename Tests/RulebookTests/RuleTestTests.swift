import Alerts
import Testing

@testable import Rulebook

/// The tests that ship beside the rules, and what they are worth.
struct RuleTestTests {
    private static let rulebook = try? Rulebook(ConfigFiles(Shipped.filesWithoutLexicon))

    private static func run() throws -> RuleTestRun {
        let rulebook = try #require(rulebook)
        return RuleTestRun(policy: rulebook.policy, words: rulebook.words, catalogue: rulebook.catalogue, lexicon: nil)
    }

    @Test func `every shipped rule has a test that raises it and one that does not, and all of them pass`() throws {
        let rulebook = try #require(Self.rulebook)
        var run = try Self.run()
        for rule in rulebook.policy.rules {
            let tests = rulebook.places.tests.filter { $0.subject == .rule(rule.id) }
            #expect(tests.contains { $0.expectation.text != "nothing" }, "\(rule.id)")
            for test in tests where !test.needsLexicon {
                let result = run.result(of: test)
                #expect(result.passes, "\(test.place) \(test.name): \(result.outcome.text)")
            }
        }
    }

    /// A few changes come to the same: one event a year is rare enough whether one or two are asked for.
    @Test func `a number that is changed makes a test fail`() throws {
        let rulebook = try #require(Self.rulebook)
        let changes = RuleChanges(rulebook)
        #expect(changes.all.count > 800)
        let sample = changes.all.enumerated().filter { $0.offset % 11 == 0 }.map(\.element)
        let unnoticed = sample.filter { changes.witnesses(of: $0)?.isEmpty ?? false }
        #expect(unnoticed.count * 20 <= sample.count, "\(unnoticed.map(\.text).joined(separator: "\n"))")
    }

    @Test(arguments: [
        ("taken x3", 3), ("(taken x2, refused) x4, nothing", 13), ("pause 5 days, refused + confused", 1),
        ("weight 51.3, blood-pressure 146/82, no refused, maybe mobility.fall, not recorded", 5),
    ])
    func `a series is read as it is meant`(series: String, count: Int) throws {
        let catalogue = try #require(Self.rulebook).catalogue
        #expect(try VisitSeries.visits(series, domain: "medication", concepts: catalogue).count == count)
    }

    @Test(arguments: [
        ("(taken x3", 0, "this bracket is never closed"), ("weight", 0, "a reading needs its value, e.g. \"weight 51.3\""),
        ("taken,, refused", 6, "expected a visit here"), ("pause soon", 0, "expected a time such as \"pause 5 days\""),
    ])
    func `a mistake in a series is told at its place`(series: String, offset: Int, message: String) throws {
        let catalogue = try #require(Self.rulebook).catalogue
        do throws(VisitSeries.Problem) {
            _ = try VisitSeries.visits(series, domain: "medication", concepts: catalogue)
            Issue.record("read without a problem")
        } catch {
            #expect(error.message.hasPrefix(message), "\(error.message)")
            #expect(error.offset == offset, "\(error.offset)")
        }
    }

    @Test func `an expectation says as much as it wants to`() throws {
        var outcome = RuleOutcome()
        outcome.episodes = [
            RuleOutcome.Episode(
                id: "a", severity: .medium, place: .atVisit(26), raised: [(.high, .atVisit(30))], closed: .atVisit(45))
        ]
        #expect(outcome.text == "medium alert at visit 26, high at visit 30, closed at visit 45")
        let met = ["alert", "medium alert", "alert by visit 31", "alert at visit 26, closed", "alert, high", outcome.text]
        for text in met { #expect(try outcome.meets(#require(Expectation(text))), "\(text)") }
        let unmet = ["nothing", "high alert", "alert by visit 25", "alert, open", "alert, urgent", "alert; alert"]
        for text in unmet { #expect(try !outcome.meets(#require(Expectation(text))), "\(text)") }
        for text in ["", "allert", "alert at 26", "alert at visit x", "high", "alert at visit 0"] {
            #expect(Expectation(text) == nil, "\(text)")
        }
    }
}
