import Signals
import TextMatching

/// Phrases of the agency that change nothing, because all of their words stand elsewhere or are ignored there.
struct ShadowedPhrases {
    private let entries: [LexiconEntry]
    private let problems: ConfigProblems
    private let shipped: Set<String>
    /// By word row, the entries that hold it.
    private let holders: [String: [Int]]

    init(sections: RulebookReader.Sections, problems: ConfigProblems) {
        entries = sections.lexicon.source.entries
        self.problems = problems
        shipped = sections.shipped
        let own = entries.filter { !sections.shipped.contains($0.phrase.file) }
        var holders: [String: [Int]] = Dictionary(own.flatMap(Self.texts).map { ($0, []) }) { first, _ in first }
        if !own.isEmpty {
            for (index, entry) in entries.enumerated() {
                for text in Self.texts(of: entry) where holders[text] != nil { holders[text]?.append(index) }
            }
        }
        self.holders = holders
    }

    func report() {
        guard !holders.isEmpty else { return }
        for (index, entry) in entries.enumerated() where !shipped.contains(entry.phrase.file) {
            let texts = Self.texts(of: entry)
            let others = texts.compactMap { holders[$0]?.first(where: { shadows($0, index) }) }
            guard !texts.isEmpty, others.count == texts.count, let first = others.first else { continue }
            report(entry, texts[0], behind: entries[first])
        }
    }

    /// Whether the phrase at `first` leaves nothing to that at `second`.
    private func shadows(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (entries[first], entries[second])
        guard first != second, a.regions.isEmpty || (!b.regions.isEmpty && Set(b.regions).isSubset(of: a.regions)) else {
            return false
        }
        if a.concept == nil, b.concept != nil { return a.phrase.text == b.phrase.text }
        let isSame = a.concept == b.concept && a.assertion == b.assertion && Set(b.also).isSubset(of: a.also)
        return isSame && (first < second || shipped.contains(a.phrase.file))
    }

    private func report(_ entry: LexiconEntry, _ text: String, behind other: LexiconEntry) {
        let place = ConfigPlace(
            file: entry.phrase.file, line: entry.phrase.line, column: entry.phrase.column,
            width: entry.phrase.text.unicodeScalars.count)
        let what = other.concept == nil && entry.concept != nil ? "is ignored" : "stands already"
        problems.report(
            .shadowed, at: place,
            "\"\(text)\" \(what) at \(other.phrase.file):\(other.phrase.line): this phrase adds nothing",
            mend: "Remove it, or make it say more.")
    }

    /// The word rows that a phrase of plain words and alternatives stands for; empty for all other phrases, and for those of too many.
    private static func texts(of entry: LexiconEntry) -> [String] {
        let text = entry.phrase.text
        guard !text.contains(where: { "{~#*^$,:".contains($0) }), let syntax = try? PhraseSyntax.parse(text) else { return [] }
        let all = rows(syntax)
        return all.count < most ? all.map { $0.joined(separator: " ") } : []
    }

    private static let most = 40

    private static func rows(_ syntax: PhraseSyntax) -> [[String]] {
        switch syntax {
        case .word(let word): [[word]]
        case .alternatives(let choices): Array(choices.flatMap(rows).prefix(most))
        case .optional(let part): [[]] + rows(part)
        case .sequence(let parts):
            parts.reduce([[]]) { heads, part in
                let tails = rows(part)
                return Array(heads.flatMap { head in tails.map { head + $0 } }.prefix(most))
            }
        default: []
        }
    }
}
