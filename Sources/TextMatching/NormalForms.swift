/// How written forms become normal forms: abbreviations, contractions, spelling variants, inflections, misspellings.
package struct NormalForms: Sendable {
    /// What a user of the library writes down.
    package struct Source: Sendable {
        /// A written form and the words it stands for, in some regions or in all.
        package struct Form: Sendable {
            package var written: String
            package var words: String
            /// Empty: everywhere.
            package var regions: [String]

            package init(written: String, words: String, regions: [String] = []) {
                self.written = written
                self.words = words
                self.regions = regions
            }
        }

        package var forms: [Form] = []
        /// Words after which a full stop ends no sentence, e.g. `dr`.
        package var unendingWords: [String] = []
        /// Signs and the words that they stand for, e.g. `½` and `half`.
        package var symbols: [(sign: String, word: String)] = []
        /// Groups of irregular inflections, the base form first.
        package var irregular: [[String]] = []
        /// Words that a clock time stands for: those from one minute of the day to another.
        package var times: [(word: String, minutes: ClosedRange<Int>)] = []
        /// Words for the parts of a period ("3/7" is three days), and the regions that write so.
        package var periods: [(parts: Int, word: String)] = []
        package var periodRegions: [String] = []
        /// Real words that are never taken for a misspelling.
        package var realWords: [String] = []

        package init() {}
    }

    struct Expansion: Sendable {
        var ids: [TokenID]
        var regional: [(region: UInt8, ids: [TokenID])] = []
    }

    private(set) var table = HashTable(capacity: 1 << 14)
    private(set) var expansions: [Expansion] = [Expansion(ids: [.unknown])]
    /// The one id that a form stands for everywhere, by expansion; `severalIDs` where there are more or other ones.
    private(set) var plainIDs: [TokenID] = []
    static let severalIDs = TokenID.max
    private var realWords = HashTable(capacity: 1 << 12)
    private var unending = HashTable()
    private var beforeNumbers = HashTable()
    private(set) var regions: [String] = []
    private(set) var numberWords: Set<TokenID> = []
    package let inflections: Inflections
    package private(set) var vocabulary = Vocabulary()
    private var corrections = SpellingCorrections()
    private var source: [String: Source.Form] = [:]
    private var symbolIDs: [String: TokenID] = [:]
    private var times: [(id: TokenID, minutes: ClosedRange<Int>)] = []
    private var periods: [(parts: Int, id: TokenID)] = []
    private var periodRegions: [UInt8] = []

    package init(_ source: Source) {
        inflections = Inflections(irregular: source.irregular)
        for word in source.unendingWords { unending.set(WordHash.of(word.utf8), 1) }
        for word in source.realWords { realWords.set(WordHash.of(word.utf8), 1) }
        for form in source.forms where form.regions.isEmpty { self.source[form.written] = form }
        for form in source.forms { add(form, among: self.source) }
        for symbol in source.symbols { symbolIDs[symbol.sign] = own(symbol.word) }
        for time in source.times {
            times.append((own(time.word), time.minutes))
            markNumber(time.word)
        }
        for period in source.periods { periods.append((period.parts, own(period.word))) }
        periodRegions = source.periodRegions.map { region($0) }
    }

    /// The word for a minute of the day.
    func time(at minute: Int) -> TokenID? { times.first { $0.minutes.contains(minute) }?.id }

    /// The word for the parts of a period where it is written as a fraction.
    func period(of parts: Int, in region: UInt8) -> TokenID? {
        guard periodRegions.contains(region) else { return nil }
        return periods.first { $0.parts == parts }?.id
    }

    /// The word that a sign stands for.
    func symbol(_ sign: String) -> TokenID? { symbolIDs[sign] }

    /// All signs that stand for a word.
    var symbols: [String] { symbolIDs.keys.sorted() }

    func region(_ name: String?) -> UInt8 {
        guard let name, let index = regions.firstIndex(of: name) else { return 0 }
        return UInt8(index + 1)
    }

    func endsNoSentence(_ hash: UInt64) -> Bool { unending.value(hash) != nil }

    mutating func `let`(numbersStickTo words: [String]) {
        for word in words { beforeNumbers.set(WordHash.of(word.utf8), 1) }
    }

    /// Whether a number may be written at once behind the word.
    func letsNumbersStick(_ hash: UInt64) -> Bool { beforeNumbers.value(hash) != nil }

    func isRealWord(_ hash: UInt64) -> Bool { realWords.value(hash) != nil }

    /// The ids of a word as a phrase writes it: expanded when it has one everywhere-form, else interned as it stands.
    mutating func intern(phraseWord word: String) -> [TokenID] {
        if let form = source[word] { return form.words.split(separator: " ").map { own(String($0)) } }
        return [own(word)]
    }

    /// The ids of the inflected forms of a word, the word itself included.
    mutating func intern(inflectionsOf word: String) -> [TokenID] {
        inflections.forms(of: word).map { form in
            let words = source[form].map { $0.words.split(separator: " ").map(String.init) } ?? [form]
            return own(words.count == 1 ? words[0] : form)
        }
    }

    /// Must be called once all phrases are interned, and before texts are read.
    mutating func prepareCorrections() {
        corrections = SpellingCorrections(words: vocabulary.allWords)
        plainIDs = expansions.map { $0.ids.count == 1 && $0.regional.isEmpty ? $0.ids[0] : Self.severalIDs }
    }

    func correction(of word: [UInt8]) -> TokenID? {
        corrections.correction(of: word).flatMap { vocabulary.known($0) }
    }

    private mutating func add(_ form: Source.Form, among everywhere: [String: Source.Form]) {
        let ids = form.words.split(separator: " ").map { own(String($0)) }
        let hash = WordHash.of(form.written.utf8)
        let index: Int
        if let known = table.value(hash) {
            index = Int(known)
        } else {
            index = expansions.count
            expansions.append(Expansion(ids: []))
            table.set(hash, UInt32(index))
        }
        guard !form.regions.isEmpty else {
            expansions[index].ids = ids
            return
        }
        for region in form.regions {
            if !regions.contains(region) { regions.append(region) }
            expansions[index].regional.append((self.region(region), ids))
        }
        if expansions[index].ids.isEmpty { expansions[index].ids = [own(form.written)] }
    }

    private mutating func own(_ word: String) -> TokenID {
        if let known = vocabulary.known(word) { return known }
        let id = vocabulary.id(of: word)
        if word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { numberWords.insert(id) }
        let hash = WordHash.of(word.utf8)
        if table.value(hash) == nil {
            table.set(hash, UInt32(expansions.count))
            expansions.append(Expansion(ids: [id]))
        }
        return id
    }

    package mutating func markNumber(_ word: String) { numberWords.insert(own(word)) }
}
