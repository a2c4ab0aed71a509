package import TextMatching

/// Words of the rulebook with the place they stand at.
package struct PhraseSource: Hashable, Sendable {
    package var text: String
    /// The file's path below the config folder, e.g. `lexicon/mobility.yaml`.
    package var file: String
    /// From 1.
    package var line: Int
    package var column: Int

    package init(text: String, file: String = "", line: Int = 0, column: Int = 0) {
        self.text = text
        self.file = file
        self.line = line
        self.column = column
    }
}

/// A wording and the concept that it tells.
package struct LexiconEntry: Hashable, Sendable {
    package var phrase: PhraseSource
    /// nil for words that look like a concept and mean nothing.
    package var concept: Concept?
    /// Further concepts that the same words tell.
    package var also: [Concept]
    /// Fixed by the wording; nil leaves it to the context.
    package var assertion: Assertion?
    /// Empty: everywhere.
    package var regions: [String]

    package init(
        phrase: PhraseSource, concept: Concept?, also: [Concept] = [], assertion: Assertion? = nil,
        regions: [String] = []
    ) {
        self.phrase = phrase
        self.concept = concept
        self.also = also
        self.assertion = assertion
        self.regions = regions
    }
}

/// Words that decide about the assertion of the findings beside them (ConText: Harkema et al. 2009).
package struct ContextCue: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case absent, possible, historical, hypothetical, other
        /// Ends the scope of every cue.
        case terminator
        /// A new subject: ends the scope of denials and of other people.
        case subject
        /// What was refused before was taken after all.
        case accepted
        /// A time since the last visit: takes back `historical`.
        case recent
        /// Looks like a cue and is none.
        case pseudo
        /// Answers of a template field.
        case answerNo = "answer-no"
        case answerYes = "answer-yes"
    }

    package enum Side: String, Hashable, Sendable, CaseIterable {
        /// The cue stands before the finding, in its clause; a denial also reaches along a list that ends with "or".
        case before
        /// Before the finding, and along any list of short items.
        case list
        case after
        /// The cue takes back what stands before it, across commas; at the head of a sentence also the one before.
        case back
        /// Anywhere in the clause.
        case around
        /// Before the finding, across commas.
        case sentence
    }

    /// What a cue means, without its words.
    package struct Sense: Hashable, Sendable {
        package var kind: Kind
        package var side: Side
        package var reach: Int
    }

    package var phrase: PhraseSource
    package var kind: Kind
    package var side: Side
    /// How many words away a finding may begin.
    package var reach: Int

    package init(phrase: PhraseSource, kind: Kind, side: Side = .before, reach: Int = 8) {
        self.phrase = phrase
        self.kind = kind
        self.side = side
        self.reach = reach
    }
}

/// Everything that reading notes depends on, as the rulebook states it.
package struct LexiconSource: Sendable {
    /// Word classes with their members, shared by all domains.
    package var classes: [(name: PhraseSource, members: [PhraseSource])] = []
    package var entries: [LexiconEntry] = []
    package var cues: [ContextCue] = []
    /// Concepts (or `domain.*`) whose truth does not depend on whom the words are about.
    package var aboutAnyone: [String] = []
    /// Concepts whose negation by a plain "no" is nothing to report as absent, and good news that no list negates.
    package var goodNews: Set<Concept> = []
    /// Words before the last item of a list, and words that join two items.
    package var listEnds: [String] = []
    package var listJoins: [String] = []
    /// Words that deny: one before another only repeats it ("ain't got no").
    package var negators: [String] = []
    package var dictation = Dictation()
    /// Refusals that an acceptance later in the note undoes.
    package var untilAccepted: Set<Concept> = []
    /// Concepts that tell less than others of the same fact, and those others.
    package var outweighed: [Concept: [Concept]] = [:]
    package var readings: [ReadingForm] = []
    package var numberWords = NumberLanguage()
    package var details: [DetailWording] = []
    /// Concepts (or `domain.*`) that each kind of detail is told of.
    package var detailTakers: [SignalDetail.Kind: [String]] = [:]
    package var forms = NormalForms.Source()
    /// Notes as they are written; they show which words are rare, and tell nothing else.
    package var examples: [String] = []

    package init() {}
}

/// Marks that a dictation writes out as words ("no falls comma ate well period").
package struct Dictation: Hashable, Sendable {
    /// One or more words that stand for a sentence end, a soft border or a colon.
    package var sentences: [String] = []
    package var clauses: [String] = []
    package var fields: [String] = []
    /// Two of these show that a note was dictated.
    package var signs: [String] = []

    package init() {}
}

/// A part of the lexicon that cannot be compiled.
package struct LexiconProblem: Error, Hashable, Sendable {
    package var source: PhraseSource
    /// Characters from the start of the phrase's text.
    package var offset: Int
    package var message: String
    package var hint: String
}
