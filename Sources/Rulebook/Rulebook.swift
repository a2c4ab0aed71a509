package import Alerts
package import Digests
package import Reports
package import Signals

/// Everything that an agency has tuned, checked and typed.
package struct Rulebook: Sendable {
    /// `sha256:` and 64 hex digits over the config files in force; stands on every alert.
    package let hash: String
    package let files: ConfigFiles
    package let agency: AgencySettings
    package let catalogue: Catalogue
    /// Measures, rules and plan changes: all that the fold reads beside the reports.
    package let policy: AlertPolicy
    package let intake: IntakeSettings
    package let words: Words
    /// All that tells how notes are understood; `lexicon()` compiles it.
    package let lexiconSource: LexiconSource
    /// Sentences of the lexicon that show what its concepts mean.
    package let examples: [LexiconExample]
    /// Notes with all that must be read from them.
    package let noteTests: [NoteTest]
    /// Where each rule, measure and plan change is written, and the tests beside them.
    package let places: RulebookPlaces
    /// Things that may be meant as they are written.
    package let warnings: [RulebookProblem]

    /// The built-in rulebook with the files of `folder` over it; nil is the built-in one alone.
    package static func load(folder: String?) throws(RulebookErrors) -> Rulebook {
        var unreadable: [RulebookProblem] = []
        let files = ConfigFiles.load(folder: folder, problems: &unreadable)
        guard unreadable.isEmpty else { throw RulebookErrors(unreadable + check(files)) }
        return try Rulebook(files)
    }

    /// The lexicon as one automaton. It takes longer than all the rest, so that only what reads notes asks for it; throws
    /// when a phrase cannot be read.
    package func lexicon() throws(RulebookErrors) -> Lexicon {
        let problems = ConfigProblems(texts: files.texts)
        let lexicon = Self.compiled(lexiconSource, problems)
        guard !problems.hasErrors else { throw RulebookErrors(problems.sorted) }
        return lexicon
    }

    private static func compiled(_ source: LexiconSource, _ problems: ConfigProblems) -> Lexicon {
        let lexicon = Lexicon(source)
        for problem in lexicon.problems { problem.report(to: problems, classes: source.classes.map(\.name.text)) }
        return lexicon
    }

    /// All that is wrong with the config, warnings too; empty when `load` and `lexicon()` will succeed without any.
    package static func check(folder: String?) -> [RulebookProblem] {
        var unreadable: [RulebookProblem] = []
        let files = ConfigFiles.load(folder: folder, problems: &unreadable)
        return unreadable + check(files)
    }

    package init(_ files: ConfigFiles) throws(RulebookErrors) {
        let problems = ConfigProblems(texts: files.texts)
        let sections = RulebookReader(files: files, problems: problems).sections()
        let found = problems.sorted
        guard !problems.hasErrors, let sections else { throw RulebookErrors(found) }
        hash = files.hash
        self.files = files
        agency = sections.agency
        catalogue = sections.catalogue
        policy = AlertPolicy(
            catalogue: sections.policy.measures, rules: sections.policy.rules, planChanges: sections.policy.planChanges,
            latenessDays: Double(agency.latenessDays), rulebook: hash, exceptions: sections.policy.exceptions)
        intake = sections.intake
        words = sections.words
        lexiconSource = sections.lexicon.source
        examples = sections.lexicon.examples
        noteTests = sections.noteTests
        places = sections.policy.places
        warnings = found
    }

    package static func check(_ files: ConfigFiles) -> [RulebookProblem] {
        let problems = ConfigProblems(texts: files.texts)
        let sections = RulebookReader(files: files, problems: problems).sections()
        if let source = sections?.lexicon.source { _ = compiled(source, problems) }
        if let sections, !problems.hasErrors { RulebookWarnings(sections: sections, problems: problems).report() }
        return problems.sorted
    }
}
