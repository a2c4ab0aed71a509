package import TextMatching

/// The compiled lexicon: one automaton for wordings and context cues together; never changed once made, shared by all readers.
package final class Lexicon: Sendable {
    /// What a phrase of the automaton stands for.
    enum Role: Sendable {
        case entry(Int)
        case cue(Int)
    }

    let automaton: PhraseAutomaton
    package let forms: NormalForms
    let roles: [Role]
    let entries: [LexiconEntry]
    /// The concepts that the entries tell.
    let concepts: [Concept]
    /// What each entry tells, its own concept first, as numbers into `concepts`.
    let conceptNumbers: [[Int]]
    /// By concept number: the concepts beside which it is not told.
    let outweighing: [Int: Set<Int>]
    /// How the context treats each entry.
    let traits: [WordingTraits]
    let sources: [String]
    /// The name of each entry's file, whichever folder it is in: an agency's file of that name speaks for the same domain.
    let domains: [String]
    package let cues: [ContextCue]
    let senses: [ContextCue.Sense]
    let readings: ReadingTable
    let details: DetailTable
    /// By concept number.
    let detailKinds: [DetailKinds]
    private let listEnds: Set<TokenID>
    private let listJoins: Set<TokenID>
    private let negators: Set<TokenID>
    let dictation: DictatedPunctuation
    package let problems: [LexiconProblem]

    /// Compiles what it can; what it can't is in `problems`.
    package init(_ source: LexiconSource) {
        var problems: [LexiconProblem] = []
        var compiler = PhraseCompiler(forms: NormalForms(source.forms))
        for (name, members) in source.classes {
            let parsed = members.compactMap { Self.parse($0, &problems) }
            compiler.define(name.text, as: .alternatives(parsed))
        }
        for word in source.numberWords.numbers.keys.sorted() { compiler.markNumber(word) }
        var roles: [Role] = []
        for (index, entry) in source.entries.enumerated() {
            if Self.add(entry.phrase, to: &compiler, &problems) { roles.append(.entry(index)) }
        }
        for (index, cue) in source.cues.enumerated() {
            if Self.add(cue.phrase, to: &compiler, &problems) { roles.append(.cue(index)) }
        }
        readings = ReadingTable(source.readings, source.numberWords, compiler: &compiler)
        details = DetailTable(source, compiler: &compiler, problems: &problems)
        listEnds = Set(source.listEnds.flatMap { compiler.ids(of: $0) })
        listJoins = Set(source.listJoins.flatMap { compiler.ids(of: $0) })
        negators = Set(source.negators.flatMap { compiler.ids(of: $0) })
        dictation = DictatedPunctuation(
            source.dictation, signs: source.dictation.signs.flatMap { compiler.ids(of: $0) })
        let compiled = compiler.finish(examples: source.examples)
        automaton = compiled.automaton
        forms = compiled.forms
        self.roles = roles
        self.problems = problems
        entries = source.entries
        domains = source.entries.map { String($0.phrase.file.split(separator: "/").last ?? "") }
        cues = source.cues
        senses = source.cues.map { ContextCue.Sense(kind: $0.kind, side: $0.side, reach: $0.reach) }
        sources = source.entries.map { entry in
            "\(entry.phrase.file.split(separator: "/").last ?? ""):\(entry.phrase.line)"
        }
        let told = source.entries.map { entry in entry.concept.map { [$0] + entry.also } ?? [] }
        let concepts = Set(told.joined()).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(concepts, concepts.indices))
        conceptNumbers = told.map { $0.compactMap { numbers[$0] } }
        self.concepts = concepts
        outweighing = Dictionary(
            uniqueKeysWithValues: source.outweighed.compactMap { concept, weightier in
                numbers[concept].map { ($0, Set(weightier.compactMap { numbers[$0] })) }
            })
        detailKinds = concepts.map { DetailKinds(of: $0, source.detailTakers) }
        let aboutAnyone = Self.concepts(source.aboutAnyone, among: source.entries)
        traits = source.entries.map { WordingTraits($0, source, isAboutAnyone: aboutAnyone.contains) }
    }

    /// A word before the last item of a list under one negation.
    func isListEnd(_ id: TokenID) -> Bool { listEnds.contains(id) }

    func isListJoin(_ id: TokenID) -> Bool { listJoins.contains(id) }

    func isNegator(_ id: TokenID) -> Bool { negators.contains(id) }

    static func parse(_ phrase: PhraseSource, _ problems: inout [LexiconProblem]) -> PhraseSyntax? {
        do throws(PhraseSyntaxError) {
            return try PhraseSyntax.parse(phrase.text)
        } catch {
            problems.append(
                LexiconProblem(source: phrase, offset: error.column, message: error.message, hint: error.hint))
            return nil
        }
    }

    private static func add(
        _ phrase: PhraseSource, to compiler: inout PhraseCompiler, _ problems: inout [LexiconProblem]
    ) -> Bool {
        guard let syntax = parse(phrase, &problems) else { return false }
        do throws(PhraseCompiler.Problem) {
            _ = try compiler.add(syntax)
            return true
        } catch {
            problems.append(Self.problem(error, in: phrase, known: compiler.classNames))
            return false
        }
    }

    private static func problem(
        _ error: PhraseCompiler.Problem, in phrase: PhraseSource, known: [String]
    ) -> LexiconProblem {
        switch error {
        case .unknownClass(let name, let column):
            LexiconProblem(
                source: phrase, offset: column, message: "no word class is called “\(name)”",
                hint: "define it under classes:, or use one of \(known.joined(separator: ", "))")
        case .classInItself(let name):
            LexiconProblem(
                source: phrase, offset: 0, message: "the word class “\(name)” contains itself",
                hint: "take {\(name)} out of its own members")
        case .tooLong:
            LexiconProblem(
                source: phrase, offset: 0, message: "the phrase is too long",
                hint: "use shorter gaps, or write it as two phrases: its words and gaps may be 64 together")
        }
    }

    private static func concepts(_ names: [String], among entries: [LexiconEntry]) -> Set<Concept> {
        let all = Set(entries.flatMap { entry in (entry.concept.map { [$0] } ?? []) + entry.also })
        return all.filter { concept in
            names.contains { $0 == concept.rawValue || $0 == concept.domain + ".*" }
        }
    }
}

/// How the context treats a wording.
struct WordingTraits: Sendable {
    /// Fixed by the wording.
    var assertion: Assertion?
    var isAboutAnyone: Bool
    var isGoodNews: Bool
    var isUntilAccepted: Bool

    init(_ entry: LexiconEntry, _ source: LexiconSource, isAboutAnyone: (Concept) -> Bool) {
        assertion = entry.assertion
        self.isAboutAnyone = entry.concept.map(isAboutAnyone) ?? true
        isGoodNews = entry.concept.map(source.goodNews.contains) ?? true
        isUntilAccepted = entry.concept.map(source.untilAccepted.contains) ?? false
    }
}
