/// A phrase found in a run of tokens.
package struct PhraseMatch: Hashable, Sendable {
    package var phrase: PhraseAutomaton.PhraseID
    /// Token indices of the first and the last word that the phrase explains.
    package var first: Int
    package var last: Int
    /// Bit k is set when the phrase explains token `first + k`; gaps and borders are not explained.
    package var words: UInt64

    package func moved(by tokens: Int) -> PhraseMatch {
        PhraseMatch(phrase: phrase, first: first + tokens, last: last + tokens, words: words)
    }

    package var wordCount: Int { words.nonzeroBitCount }

    package func explains(_ token: Int) -> Bool {
        token >= first && token - first < 64 && words & (1 << UInt64(token - first)) != 0
    }

    /// Whether every word that the other explains is explained here, and more.
    package func covers(_ other: PhraseMatch) -> Bool {
        guard other.first >= first, other.last <= last, wordCount > other.wordCount else { return false }
        let shift = UInt64(other.first - first)
        return shift < 64 && (other.words << shift) & ~words == 0
    }

    package func overlaps(_ other: PhraseMatch) -> Bool {
        let (a, b) = first <= other.first ? (self, other) : (other, self)
        let shift = UInt64(b.first - a.first)
        return shift < 64 && (a.words >> shift) & b.words != 0
    }
}
