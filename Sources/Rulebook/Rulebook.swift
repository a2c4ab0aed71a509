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
    /// All that tells how notes are understood.
    package let lexicon: Lexicon
    /// What the lexicon is compiled from.
    package let lexiconSource: LexiconSource
    /// Sentences of the lexicon that show what its concepts mean.
    package let examples: [LexiconExample]
    /// Where each rule, measure and plan change is written.
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

    /// All that is wrong with the config: empty when `load` gives a rulebook without warnings.
    package static func check(folder: String?) -> [RulebookProblem] {
        var unreadable: [RulebookProblem] = []
        let files = ConfigFiles.load(folder: folder, problems: &unreadable)
        return unreadable + check(files)
    }

    package init(_ files: ConfigFiles) throws(RulebookErrors) {
        let problems = ConfigProblems(texts: files.texts)
        let sections = RulebookReader(files: files, problems: problems).sections()
        let lexicon = sections.map { Lexicon($0.lexicon.source) }
        let classes = sections?.lexicon.classPlaces.keys.sorted() ?? []
        for problem in lexicon?.problems ?? [] { problem.report(to: problems, classes: classes) }
        let found = problems.sorted
        guard !problems.hasErrors, let sections, let lexicon else { throw RulebookErrors(found) }
        hash = files.hash
        self.files = files
        agency = sections.agency
        catalogue = sections.catalogue
        policy = AlertPolicy(
            catalogue: sections.policy.measures, rules: sections.policy.rules, planChanges: sections.policy.planChanges,
            latenessDays: Double(agency.latenessDays), rulebook: hash)
        intake = sections.intake
        words = sections.words
        self.lexicon = lexicon
        lexiconSource = sections.lexicon.source
        examples = sections.lexicon.examples
        places = sections.policy.places
        warnings = found
    }

    package static func check(_ files: ConfigFiles) -> [RulebookProblem] {
        do {
            return try Rulebook(files).warnings
        } catch {
            return error.problems
        }
    }
}
