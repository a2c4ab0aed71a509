/// Collects phrases and turns each into positions, first and last sets and follow sets.
package struct PhraseCompiler: Sendable {
    package private(set) var forms: NormalForms
    private(set) var positions: [Place] = []
    private(set) var joins: [Join] = []
    private(set) var tails: [Int32] = []
    private(set) var heads: [Int32] = []
    /// What every match of each phrase must hold, its parts before the whole.
    private(set) var plan: [PlanStep] = []
    private(set) var programs: [PhraseAutomaton.Program] = []
    private(set) var chunks = ChunkTable()
    private(set) var labels: [[TokenID]] = []
    /// The most tokens that a member of each label holds.
    private var labelReaches: [Int] = []
    private(set) var phraseCount = 0
    private var labelIDs: [[TokenID]: PhraseAutomaton.Label] = [:]
    private var inflected: [String: [TokenID]] = [:]
    private var wordLabels: [TokenID: PhraseAutomaton.Label] = [:]
    private(set) var classes: [String: PhraseSyntax] = [:]
    private(set) var members: [String: Members] = [:]

    /// A word class taken apart: its single words share one label.
    struct Members {
        var words: [TokenID] = []
        var phrases: [PhraseSyntax] = []
        /// The label of the words, once it is known.
        var label: PhraseAutomaton.Label?
    }

    /// A position as it is compiled.
    struct Place: BitwiseCopyable {
        var label: PhraseAutomaton.Label
        var program: Int32
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

    /// Each of some `tails` leads to each of some `heads`.
    struct Join: BitwiseCopyable {
        var program: Int32
        var firstTail: Int32
        var endTail: Int32
        var firstHead: Int32
        var endHead: Int32
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
        /// More words and gaps in one way through it than can be told apart.
        case tooLong
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
        let before = (programs.count, positions.count, plan.count, joins.count)
        if !compile(syntax, as: Int32(id)) {
            programs.removeLast(programs.count - before.0)
            positions.removeLast(positions.count - before.1)
            plan.removeLast(plan.count - before.2)
            joins.removeLast(joins.count - before.3)
            throw .tooLong
        }
        phraseCount += 1
        return id
    }

    /// As one program, or as several where its choices need more room; false when none has room enough.
    private mutating func compile(_ syntax: PhraseSyntax, as phrase: Int32) -> Bool {
        let size = size(of: syntax)
        if size > 64 {
            let halves = halves(of: syntax)
            return halves.count > 1 && halves.allSatisfy { compile($0, as: phrase) }
        }
        let start = Int32(positions.count)
        let whole = fragment(syntax, program: Int32(programs.count))
        for position in whole.last { positions[Int(position)].traits.insert(.isLast) }
        for position in whole.first {
            positions[Int(position)].traits.formUnion(whole.isAnchored ? [.isFirst, .isAnchored] : .isFirst)
        }
        plan.append(.phraseEnd)
        programs.append(
            .init(phrase: phrase, start: start, count: Int32(positions.count) - start, reach: Int32(whole.reach)))
        return true
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

    mutating func takeApart(_ choices: [PhraseSyntax]) -> Members {
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
            result.words += ids.count == 1 ? ids : [chunks.id(of: ids)]
        default:
            if let chunks = chunks(of: choice) { result.words += chunks } else { result.phrases.append(choice) }
        }
    }

    // MARK: - Fragments

    private mutating func fragment(_ syntax: PhraseSyntax, program: Int32) -> Fragment {
        switch syntax {
        case .word(let word):
            let ids = forms.intern(phraseWord: word)
            if ids.count == 1 { return self.word(label(of: ids), program) }
            return chain(ids.map { self.word(label(of: [$0]), program) })
        case .inflected(let word): return self.word(label(of: ids(ofInflected: word)), program)
        case .number: return word(PhraseAutomaton.SpecialLabel.number, program)
        case .softBorder: return sign(PhraseAutomaton.SpecialLabel.softBorder, program)
        case .colon: return sign(PhraseAutomaton.SpecialLabel.colon, program)
        case .clauseEnd: return sign(PhraseAutomaton.SpecialLabel.clauseBorder, program)
        case .clauseStart:
            planAnything()
            return Fragment(isAnchored: true)
        case .gap(let reach, let crosses): return gap(reach, crosses, program)
        case .sequence(let parts):
            var fragments: [Fragment] = []
            for part in parts { fragments.append(fragment(part, program: program)) }
            return chain(fragments)
        case .alternatives(let choices): return alternatives(takeApart(choices), program)
        case .optional(let part):
            var inner = fragment(part, program: program)
            inner.isNullable = true
            plan.append(.mayBeMissing)
            return inner
        case .wordClass(let name, _): return alternatives(members[name] ?? Members(), program)
        }
    }

    /// Single words share one position, so that a class of a hundred words costs no more than one word.
    private mutating func alternatives(_ members: Members, _ program: Int32) -> Fragment {
        var result = Fragment(isNullable: false)
        for choice in members.phrases {
            let inner = fragment(choice, program: program)
            result.isNullable = result.isNullable || inner.isNullable
            result.first += inner.first
            result.last += inner.last
            result.isAnchored = result.isAnchored || inner.isAnchored
            result.reach = max(result.reach, inner.reach)
        }
        if !members.words.isEmpty {
            let inner = word(members.label ?? label(of: members.words), program)
            result.first += inner.first
            result.last += inner.last
            result.reach = max(result.reach, inner.reach)
        }
        plan.append(.any(Int32(members.phrases.count + (members.words.isEmpty ? 0 : 1))))
        return result
    }

    private mutating func word(_ label: PhraseAutomaton.Label, _ program: Int32) -> Fragment {
        plan.append(.position(Int32(positions.count)))
        var word = single(label, program, isWord: true)
        if label >= PhraseAutomaton.SpecialLabel.first {
            word.reach = labelReaches[Int(label - PhraseAutomaton.SpecialLabel.first)]
        }
        return word
    }

    private mutating func sign(_ label: PhraseAutomaton.Label, _ program: Int32) -> Fragment {
        planAnything()
        return single(label, program, isWord: false)
    }

    private mutating func planAnything() {
        plan.append(.any(0))
        plan.append(.mayBeMissing)
    }

    private mutating func single(_ label: PhraseAutomaton.Label, _ program: Int32, isWord: Bool) -> Fragment {
        let position = Int32(positions.count)
        var traits: PhraseAutomaton.Traits = isWord ? .isWord : []
        if label <= PhraseAutomaton.SpecialLabel.clauseBorder { traits.insert(.isKindEnough) }
        positions.append(Place(label: label, program: program, traits: traits))
        return Fragment(isNullable: false, first: [position], last: [position], reach: 1)
    }

    private mutating func gap(_ reach: Int, _ crosses: Bool, _ program: Int32) -> Fragment {
        let label =
            crosses ? PhraseAutomaton.SpecialLabel.anyWordOrSoftBorder : PhraseAutomaton.SpecialLabel.anyWord
        planAnything()
        var result = Fragment()
        for step in 0..<reach {
            let next = single(label, program, isWord: false)
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

    mutating func chunk(_ tokens: [TokenID]) -> TokenID { chunks.id(of: tokens) }

    func words(of id: TokenID) -> [TokenID] {
        id & ChunkTable.bit == 0 ? [id] : chunks.words[Int(id & ~ChunkTable.bit)]
    }

    private mutating func join(_ last: [Int32], _ first: [Int32]) {
        if last.isEmpty || first.isEmpty { return }
        let ends = (Int32(tails.count), Int32(heads.count))
        tails += last
        heads += first
        joins.append(
            Join(
                program: Int32(programs.count), firstTail: ends.0, endTail: Int32(tails.count), firstHead: ends.1,
                endHead: Int32(heads.count)))
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
        labelReaches.append(key.reduce(1) { max($0, words(of: $1).count) })
        labelIDs[key] = label
        return label
    }
}
