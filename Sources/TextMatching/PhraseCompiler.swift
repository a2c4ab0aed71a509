/// Collects phrases and turns each into positions, first and last sets and follow sets.
package struct PhraseCompiler: Sendable {
    package private(set) var forms: NormalForms
    private(set) var positions: [Place] = []
    private(set) var joins: [Join] = []
    private(set) var tails: [Int32] = []
    private(set) var heads: [Int32] = []
    /// What every match of each phrase must hold, its parts before the whole.
    private(set) var plan: [PlanStep] = []
    /// The most tokens that a match of each phrase may hold.
    private(set) var reaches: [Int] = []
    private(set) var labels: [[TokenID]] = []
    private(set) var phraseCount = 0
    private var labelIDs: [[TokenID]: PhraseAutomaton.Label] = [:]
    private var inflected: [String: [TokenID]] = [:]
    private var wordLabels: [TokenID: PhraseAutomaton.Label] = [:]
    private(set) var classes: [String: PhraseSyntax] = [:]
    private var members: [String: Members] = [:]

    /// A word class taken apart: its single words share one label.
    private struct Members {
        var words: [TokenID] = []
        var phrases: [PhraseSyntax] = []
        /// The label of the words, once it is known.
        var label: PhraseAutomaton.Label?
    }

    /// A position as it is compiled.
    struct Place: BitwiseCopyable {
        var label: PhraseAutomaton.Label
        var phrase: Int32
        var traits: PhraseAutomaton.Traits
    }

    enum PlanStep: BitwiseCopyable {
        case position(Int32)
        /// The part before may be missing, or meets anything.
        case mayBeMissing
        /// So many parts before stand one behind the other.
        case all(Int32)
        /// One of so many parts before stands.
        case any(Int32)
        case phraseEnd
    }

    /// Each of `tails` leads to each of `heads`; ranges of the compiler's lists.
    struct Join: Sendable {
        var tails: Range<Int32>
        var heads: Range<Int32>
    }

    private struct Fragment {
        var isNullable = true
        var first: [Int32] = []
        var last: [Int32] = []
        /// The first positions hold only where a clause begins.
        var isAnchored = false
        /// The most tokens that it consumes.
        var reach = 0
    }

    /// Adds nothing: positions of the phrase being compiled point to it.
    package enum Problem: Error, Sendable {
        case unknownClass(String, column: Int)
        case classInItself(String)
    }

    package init(forms: NormalForms) { self.forms = forms }

    var vocabularyCount: Int { forms.vocabulary.count }

    func isNumber(_ id: TokenID) -> Bool { forms.numberWords.contains(id) }

    package var classNames: [String] { classes.keys.sorted() }

    /// The ids of a word as phrases write it.
    package mutating func ids(of word: String) -> [TokenID] { forms.intern(phraseWord: word) }

    /// Lets `#` stand for the word, too.
    package mutating func markNumber(_ word: String) { forms.markNumber(word) }

    /// Lets these words be told from a number written at once behind them: "T36.9", "BP128/70".
    package mutating func `let`(numbersStickTo words: [String]) { forms.let(numbersStickTo: words) }

    package mutating func define(_ name: String, as members: PhraseSyntax) { classes[name] = members }

    /// Adds one phrase and returns its number; numbers count from 0 in order of adding.
    package mutating func add(_ syntax: PhraseSyntax) throws(Problem) -> PhraseAutomaton.PhraseID {
        try prepareClasses(of: syntax, within: [])
        let id = phraseCount
        let whole = fragment(syntax, phrase: Int32(id))
        phraseCount += 1
        plan.append(.phraseEnd)
        reaches.append(whole.reach)
        for position in whole.last { positions[Int(position)].traits.insert(.isLast) }
        for position in whole.first {
            positions[Int(position)].traits.formUnion(whole.isAnchored ? [.isFirst, .isAnchored] : .isFirst)
        }
        return id
    }

    /// `examples` are texts like those to come: they show which words are rare.
    package mutating func finish(examples: [String] = []) -> (automaton: PhraseAutomaton, forms: NormalForms) {
        forms.prepareCorrections()
        var counts = [Int](repeating: 0, count: vocabularyCount)
        var tokenizer = Tokenizer(forms: forms)
        for example in examples {
            for token in tokenizer.tokens(in: Array(example.utf8), region: nil) { counts[Int(token.id)] += 1 }
        }
        return (PhraseAutomaton(self, examples: counts), forms)
    }

    /// Takes apart the classes that the phrase names.
    private mutating func prepareClasses(of syntax: PhraseSyntax, within open: [String]) throws(Problem) {
        switch syntax {
        case .wordClass(let name, let column):
            guard members[name] == nil else { return }
            guard let all = classes[name] else { throw .unknownClass(name, column: column) }
            guard !open.contains(name) else { throw .classInItself(name) }
            try prepareClasses(of: all, within: open + [name])
            var taken = takeApart([all])
            if !taken.words.isEmpty { taken.label = label(of: taken.words) }
            members[name] = taken
        case .sequence(let parts), .alternatives(let parts):
            for part in parts { try prepareClasses(of: part, within: open) }
        case .optional(let part): try prepareClasses(of: part, within: open)
        default: return
        }
    }

    private mutating func takeApart(_ choices: [PhraseSyntax]) -> Members {
        var result = Members()
        for choice in choices { takeApart(choice, into: &result) }
        return result
    }

    private mutating func takeApart(_ choice: PhraseSyntax, into result: inout Members) {
        switch choice {
        case .alternatives(let inner):
            for part in inner { takeApart(part, into: &result) }
        case .sequence(let parts) where parts.count == 1: takeApart(parts[0], into: &result)
        case .wordClass(let name, _):
            result.words += members[name]?.words ?? []
            result.phrases += members[name]?.phrases ?? []
        case .inflected(let word): result.words += ids(ofInflected: word)
        case .word(let word):
            let ids = forms.intern(phraseWord: word)
            if ids.count == 1 { result.words += ids } else { result.phrases.append(choice) }
        default: result.phrases.append(choice)
        }
    }

    private mutating func fragment(_ syntax: PhraseSyntax, phrase: Int32) -> Fragment {
        switch syntax {
        case .word(let word):
            let ids = forms.intern(phraseWord: word)
            if ids.count == 1 { return self.word(label(of: ids), phrase) }
            return chain(ids.map { self.word(label(of: [$0]), phrase) })
        case .inflected(let word): return self.word(label(of: ids(ofInflected: word)), phrase)
        case .number: return word(PhraseAutomaton.SpecialLabel.number, phrase)
        case .softBorder: return sign(PhraseAutomaton.SpecialLabel.softBorder, phrase)
        case .colon: return sign(PhraseAutomaton.SpecialLabel.colon, phrase)
        case .clauseEnd: return sign(PhraseAutomaton.SpecialLabel.clauseBorder, phrase)
        case .clauseStart:
            planAnything()
            return Fragment(isAnchored: true)
        case .gap(let reach, let crosses): return gap(reach, crosses, phrase)
        case .sequence(let parts):
            var fragments: [Fragment] = []
            for part in parts { fragments.append(fragment(part, phrase: phrase)) }
            return chain(fragments)
        case .alternatives(let choices): return alternatives(takeApart(choices), phrase)
        case .optional(let part):
            var inner = fragment(part, phrase: phrase)
            inner.isNullable = true
            plan.append(.mayBeMissing)
            return inner
        case .wordClass(let name, _): return alternatives(members[name] ?? Members(), phrase)
        }
    }

    /// Single words share one position, so that a class of a hundred words costs no more than one word.
    private mutating func alternatives(_ members: Members, _ phrase: Int32) -> Fragment {
        var result = Fragment(isNullable: false)
        for choice in members.phrases {
            let inner = fragment(choice, phrase: phrase)
            result.isNullable = result.isNullable || inner.isNullable
            result.first += inner.first
            result.last += inner.last
            result.isAnchored = result.isAnchored || inner.isAnchored
            result.reach = max(result.reach, inner.reach)
        }
        if !members.words.isEmpty {
            let inner = word(members.label ?? label(of: members.words), phrase)
            result.first += inner.first
            result.last += inner.last
            result.reach = max(result.reach, 1)
        }
        plan.append(.any(Int32(members.phrases.count + (members.words.isEmpty ? 0 : 1))))
        return result
    }

    private mutating func word(_ label: PhraseAutomaton.Label, _ phrase: Int32) -> Fragment {
        plan.append(.position(Int32(positions.count)))
        return single(label, phrase, isWord: true)
    }

    private mutating func sign(_ label: PhraseAutomaton.Label, _ phrase: Int32) -> Fragment {
        planAnything()
        return single(label, phrase, isWord: false)
    }

    private mutating func planAnything() {
        plan.append(.any(0))
        plan.append(.mayBeMissing)
    }

    private mutating func single(_ label: PhraseAutomaton.Label, _ phrase: Int32, isWord: Bool) -> Fragment {
        let position = Int32(positions.count)
        var traits: PhraseAutomaton.Traits = isWord ? .isWord : []
        if label <= PhraseAutomaton.SpecialLabel.clauseBorder { traits.insert(.isKindEnough) }
        positions.append(Place(label: label, phrase: phrase, traits: traits))
        return Fragment(isNullable: false, first: [position], last: [position], reach: 1)
    }

    private mutating func gap(_ reach: Int, _ crosses: Bool, _ phrase: Int32) -> Fragment {
        let label =
            crosses ? PhraseAutomaton.SpecialLabel.anyWordOrSoftBorder : PhraseAutomaton.SpecialLabel.anyWord
        planAnything()
        var result = Fragment()
        for step in 0..<reach {
            let next = single(label, phrase, isWord: false)
            if step == 0 {
                result.first = next.first
            } else if let previous = result.last.last {
                join([previous], next.first)
            }
            result.last += next.last
        }
        result.reach = reach
        return result
    }

    private mutating func chain(_ parts: [Fragment]) -> Fragment {
        plan.append(.all(Int32(parts.count)))
        var result = Fragment()
        for part in parts {
            join(result.last, part.first)
            if result.isNullable {
                result.first += part.first
                result.isAnchored = result.isAnchored || part.isAnchored
            }
            result.last = part.isNullable ? result.last + part.last : part.last
            result.isNullable = result.isNullable && part.isNullable
            result.reach += part.reach
        }
        return result
    }

    private mutating func join(_ last: [Int32], _ first: [Int32]) {
        if last.isEmpty || first.isEmpty { return }
        let ends = (Int32(tails.count), Int32(heads.count))
        tails += last
        heads += first
        joins.append(Join(tails: ends.0..<Int32(tails.count), heads: ends.1..<Int32(heads.count)))
    }

    mutating func ids(ofInflected word: String) -> [TokenID] {
        if let known = inflected[word] { return known }
        let ids = forms.intern(inflectionsOf: word)
        inflected[word] = ids
        return ids
    }

    private mutating func label(of tokens: [TokenID]) -> PhraseAutomaton.Label {
        if tokens.count == 1, let known = wordLabels[tokens[0]] { return known }
        let label = commonLabel(of: tokens)
        if tokens.count == 1 { wordLabels[tokens[0]] = label }
        return label
    }

    private mutating func commonLabel(of tokens: [TokenID]) -> PhraseAutomaton.Label {
        let key = Array(Set(tokens)).sorted()
        if let known = labelIDs[key] { return known }
        let label = PhraseAutomaton.Label(labels.count) + PhraseAutomaton.SpecialLabel.first
        labels.append(key)
        labelIDs[key] = label
        return label
    }
}
