import TextMatching

/// The cues of a note in order of their first token, found by place.
struct CuesInOrder {
    /// No cue reaches further, and none is longer.
    private static let horizon = 128
    private let cues: [CueMatch]

    /// `cues` come in order of their first token.
    init(_ cues: [CueMatch]) { self.cues = cues }

    /// Those from which some cue could reach the words.
    func near(_ match: PhraseMatch) -> ArraySlice<CueMatch> {
        beginning(in: match.first - Self.horizon...match.last + Self.horizon)
    }

    /// Those whose first word stands at one of the tokens.
    func beginning(in places: ClosedRange<Int>) -> ArraySlice<CueMatch> {
        let start = index(of: places.lowerBound)
        var end = start
        while end < cues.count, cues[end].match.first <= places.upperBound { end += 1 }
        return cues[start..<end]
    }

    /// The first cue that does not begin before the token.
    private func index(of token: Int) -> Int {
        var (low, high) = (0, cues.count)
        while low < high {
            let middle = (low + high) / 2
            if cues[middle].match.first < token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
