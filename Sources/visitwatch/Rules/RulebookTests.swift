import Alerts
import Rulebook
import Signals
import Trends

/// All tests of a rulebook that are asked for.
struct RulebookTests {
    private let rules: [RuleTest]
    private let notes: [NoteTest]
    private let examples: [LexiconExample]
    private let region: String?
    private var runner: RuleTestRun
    private var reader: NoteReader?
    /// Rules, measures, concepts and domains that have tests.
    let names: Set<String>

    init(_ rulebook: Rulebook, only: [String], region: String?) throws {
        func isAsked(_ names: [String]) -> Bool { only.isEmpty || names.contains(where: only.contains) }
        rules = rulebook.places.tests.filter { test in isAsked(test.subject.names(rulebook)) }
        examples = rulebook.examples.filter { isAsked([$0.concept.rawValue, $0.concept.domain]) }
        notes = rulebook.noteTests.filter { _ in isAsked(["notes"]) }
        names = Set(
            rulebook.examples.flatMap { [$0.concept.rawValue, $0.concept.domain] }
                + rulebook.places.tests.flatMap { $0.subject.names(rulebook) } + ["notes"])
        self.region = region
        // It takes longer than all the rest.
        let needsLexicon = !notes.isEmpty || !examples.isEmpty || rules.contains(where: \.needsLexicon)
        let lexicon = needsLexicon ? try rulebook.lexicon() : nil
        reader = lexicon.map { SignalExtractor($0).makeReader() }
        runner = RuleTestRun(
            policy: rulebook.policy, words: rulebook.words, catalogue: rulebook.catalogue, lexicon: lexicon)
    }

    private mutating func read(_ note: String, _ region: String?) -> [Signal] {
        reader?.read(note, region: region).signals ?? []
    }

    var count: Int { rules.count + notes.count + examples.count }

    mutating func run(_ tell: (TestFailure) throws -> Void) throws {
        for test in rules {
            let result = runner.result(of: test)
            if !result.passes { try tell(TestFailure(result)) }
        }
        for test in notes {
            let (missing, surplus) = test.difference(from: read(test.note, test.region ?? region))
            if !missing.isEmpty || !surplus.isEmpty { try tell(TestFailure(test, missing: missing, surplus: surplus)) }
        }
        for example in examples {
            let result = ExampleResult(example, signals: read(example.note.text, region))
            if !result.passes { try tell(TestFailure(text: result.text, ndjson: result.ndjson)) }
        }
    }
}

extension RuleTest.Subject {
    /// What tests of it can be asked for by.
    func names(_ rulebook: Rulebook) -> [String] {
        switch self {
        case .rule(let id): [id] + (rulebook.policy.rule(id).map { [$0.domain, $0.kind.rawValue] } ?? [])
        case .measure(let id):
            [id] + rulebook.policy.catalogue.measures.filter { $0.id == id }.map(\.domain)
        }
    }
}
