import TextMatching

/// Decides which of the overlapping matches stand.
///
/// - A match whose words are a proper part of another's vanishes ("fell" in "nearly fell").
/// - Of two overlapping matches for one concept the one that explains more stands.
/// - Words that mean nothing beat the wordings of their own file that explain no more.
/// - Cues compete among themselves only; a pseudo-cue beats the cues that it covers.
struct Dominance {
    let lexicon: Lexicon
    let region: String?

    func standing(_ matches: [PhraseMatch]) -> (findings: [WordingMatch], cues: [CueMatch]) {
        var findings: [WordingMatch] = []
        var cues: [CueMatch] = []
        for match in matches {
            switch lexicon.roles[match.phrase] {
            case .entry(let entry):
                if applies(lexicon.entries[entry]) { findings.append(WordingMatch(match: match, entry: entry)) }
            case .cue(let cue): cues.append(CueMatch(match: match, cue: lexicon.senses[cue], index: cue))
            }
        }
        let kept = survivors(
            findings, match: \.match, isNothing: { lexicon.entries[$0.entry].concept == nil },
            kind: { lexicon.domains[$0.entry] }, beats: beats)
        let keptCues = survivors(cues, match: \.match, isNothing: { $0.cue.kind == .pseudo }, kind: { _ in "" }) {
            winner, loser in
            (winner.match.covers(loser.match) && (winner.cue.side != .after || loser.cue.side == .after))
                || (winner.cue.kind == .pseudo && loser.cue.kind != .pseudo && winner.match.words == loser.match.words
                    && winner.match.first == loser.match.first)
        }
        return (kept.filter { lexicon.entries[$0.entry].concept != nil }, keptCues.filter { $0.cue.kind != .pseudo })
    }

    private func applies(_ entry: LexiconEntry) -> Bool {
        guard !entry.regions.isEmpty, let region else { return true }
        return entry.regions.contains(region)
    }

    private func beats(_ winner: WordingMatch, _ loser: WordingMatch) -> Bool {
        if lexicon.entries[winner.entry].concept == nil, lexicon.domains[winner.entry] != lexicon.domains[loser.entry] {
            return false
        }
        if winner.match.covers(loser.match) { return true }
        let (a, b) = (lexicon.entries[winner.entry], lexicon.entries[loser.entry])
        let sameWords = winner.match.first == loser.match.first && winner.match.words == loser.match.words
        if sameWords, a.concept == nil, b.concept != nil { return true }
        guard a.concept == b.concept, winner.match.overlaps(loser.match) else { return false }
        // Twins that tell more beside both stand.
        if !b.also.allSatisfy({ a.also.contains($0) }) { return false }
        let sizes = (winner.match.wordCount, loser.match.wordCount)
        if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
        return (winner.match.first, winner.entry) < (loser.match.first, loser.entry)
    }

    /// Those that no standing other beats; a match reaches less than 64 tokens, so only near ones are compared.
    ///
    /// What is beaten beats none but its own kind: words of eating that mean nothing take away a wording of eating and what
    /// it covers of eating, and set free what it covered of others.
    private func survivors<Match>(
        _ all: [Match], match: (Match) -> PhraseMatch, isNothing: (Match) -> Bool, kind: (Match) -> String,
        beats: (Match, Match) -> Bool
    ) -> [Match] {
        let ordered = all.sorted { a, b in
            let (x, y) = (match(a), match(b))
            return (x.first, x.last, x.phrase) < (y.first, y.last, y.phrase)
        }
        var fights: [(winner: Int, loser: Int)] = []
        for index in ordered.indices {
            let last = match(ordered[index]).last
            var next = index + 1
            while next < ordered.count, match(ordered[next]).first <= last {
                if beats(ordered[index], ordered[next]) { fights.append((index, next)) }
                if beats(ordered[next], ordered[index]) { fights.append((next, index)) }
                next += 1
            }
        }
        if fights.isEmpty { return ordered }
        fights.sort { a, b in
            let (x, y) = (ordered[a.winner], ordered[b.winner])
            let (words, others) = (match(x).wordCount, match(y).wordCount)
            if words != others { return words > others }
            return isNothing(x) != isNothing(y) ? isNothing(x) : a.winner < b.winner
        }
        var beaten = [Bool](repeating: false, count: ordered.count)
        for fight in fights where !beaten[fight.winner] || kind(ordered[fight.winner]) == kind(ordered[fight.loser]) {
            beaten[fight.loser] = true
        }
        return ordered.indices.filter { !beaten[$0] }.map { ordered[$0] }
    }
}
