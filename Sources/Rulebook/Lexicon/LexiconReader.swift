package import Signals

/// Reads all that tells how notes are understood: `lexicon/*.yaml`, `word-classes.yaml`, `context.yaml`,
/// `abbreviations.yaml`, `spelling.yaml`, `details.yaml` and `readings.yaml`.
struct LexiconReader {
    let concepts: Catalogue
    let problems: ConfigProblems

    struct Result {
        var source = LexiconSource()
        var examples: [LexiconExample] = []
        /// Where each word class is defined.
        var classPlaces: [String: ConfigPlace] = [:]
    }

    func lexicon(_ tree: ConfigTree) -> Result {
        var result = Result()
        if let root = tree.roots["word-classes.yaml"] {
            _ = root.map(problems) { map in
                readClasses(map.required("classes"), into: &result)
                return true
            }
        }
        for root in tree.roots(below: "lexicon") { readDomain(root, into: &result) }
        if let root = tree.roots["context.yaml"] { readContext(root, into: &result.source) }
        if let root = tree.roots["abbreviations.yaml"] { readAbbreviations(root, into: &result.source.forms) }
        if let root = tree.roots["spelling.yaml"] { readSpelling(root, into: &result.source.forms) }
        if let root = tree.roots["details.yaml"] { readDetails(root, into: &result.source) }
        if let root = tree.roots["readings.yaml"] { readReadings(root, into: &result.source) }
        result.source.examples = result.examples.map(\.note.text)
        return result
    }

    private func readDomain(_ root: ConfigNode, into result: inout Result) {
        _ = root.map(problems) { map in
            if let classes = map.optional("classes") { readClasses(classes, into: &result) }
            for entry in map.required("concepts")?.entries(problems) ?? [] {
                guard let concept = concepts.concept(entry.key, at: entry.keyPlace, problems) else { continue }
                readConcept(concept, entry.value, into: &result)
            }
            return true
        }
    }

    private func readClasses(_ node: ConfigNode?, into result: inout Result) {
        for entry in node?.entries(problems) ?? [] {
            if let first = result.classPlaces[entry.key] {
                problems.report(
                    .duplicateName, at: entry.keyPlace,
                    "word class \"\(entry.key)\" is defined twice, first at \(first.file):\(first.line)",
                    mend: "Word classes are shared by all files: give it another name, or use the first one.")
            }
            result.classPlaces[entry.key] = result.classPlaces[entry.key] ?? entry.keyPlace
            let name = PhraseSource(entry.key, at: entry.keyPlace)
            result.source.classes.append((name, phrases(entry.value)))
        }
    }

    private func readConcept(_ concept: Concept, _ node: ConfigNode, into result: inout Result) {
        _ = node.map(problems) { map in
            for wording in map.optional("phrases")?.list(problems) ?? [] {
                if let entry = entry(wording, concept) { result.source.entries.append(entry) }
            }
            for phrase in map.optional("ignore").map(phrases) ?? [] {
                result.source.entries.append(LexiconEntry(phrase: phrase, concept: nil))
            }
            result.examples += examples(map.optional("says"), of: concept, isTold: true)
            result.examples += examples(map.optional("not"), of: concept, isTold: false)
            return true
        }
    }

    /// A wording alone, or a map of `say` and what is special about it.
    private func entry(_ node: ConfigNode, _ concept: Concept) -> LexiconEntry? {
        guard case .map = node.content else {
            return node.phrase(problems).map { LexiconEntry(phrase: $0, concept: concept) }
        }
        return node.map(problems) { map in
            let phrase = map.required("say")?.phrase(problems)
            let also = map.optional("also").map { concepts.concepts($0, problems) } ?? []
            let assertion: Assertion? = map.optional("as")?.choice(problems)
            let region = map.optional("region")?.region(problems).map { [$0] }
            let regions = (map.optional("regions")?.list(problems) ?? []).compactMap { $0.region(problems) }
            return phrase.map {
                LexiconEntry(
                    phrase: $0, concept: concept, also: also, assertion: assertion, regions: region ?? regions)
            }
        }
    }

    private func examples(_ node: ConfigNode?, of concept: Concept, isTold: Bool) -> [LexiconExample] {
        (node.map(phrases) ?? []).map { LexiconExample(note: $0, concept: concept, isTold: isTold) }
    }

    func phrases(_ node: ConfigNode) -> [PhraseSource] {
        (node.list(problems) ?? []).compactMap { $0.phrase(problems) }
    }
}

/// A sentence in the lexicon that shows what a concept means.
package struct LexiconExample: Hashable, Sendable {
    package var note: PhraseSource
    package var concept: Concept
    /// Whether the note must tell the concept as present or possible, or must not.
    package var isTold: Bool
}

extension PhraseSource {
    init(_ text: String, at place: ConfigPlace, isQuoted: Bool = false) {
        self.init(text: text, file: place.file, line: place.line, column: place.column + (isQuoted ? 1 : 0))
    }
}

extension ConfigNode {
    /// A phrase; its column is that of its first letter, behind the quote.
    func phrase(_ problems: ConfigProblems) -> PhraseSource? {
        guard let text = string(problems), case .text(_, let isQuoted) = content else { return nil }
        return PhraseSource(text, at: place, isQuoted: isQuoted)
    }

    func region(_ problems: ConfigProblems) -> String? {
        name(in: AgencySettings.knownRegions, problems, what: "region")
    }
}
