/// Finds phrases in tokens: looks for their key words, and from each walks its phrase's automaton to the ends and back.
///
/// Keeps nothing of what it has read but room to work in.
package struct PhraseScanner: Sendable {
    private let automaton: PhraseAutomaton
    private var lattice = TokenLattice()
    /// The positions that have consumed up to each token behind the key's first.
    private var ended = [UInt64](repeating: 0, count: 128)
    private var trace = BackTrace()
    /// Where each match ends.
    private var ends: [Int] = []

    package init(_ automaton: PhraseAutomaton) { self.automaton = automaton }

    /// All matches, in order of their first word, their last and their phrase; one a phrase and end, the one that explains
    /// most words.
    package mutating func matches(in tokens: [Token]) -> [PhraseMatch] {
        var found: [PhraseMatch] = []
        ends.removeAll(keepingCapacity: true)
        lattice.read(tokens, automaton.chunks, firstChunk: automaton.firstChunk)
        var start = 0
        while start < tokens.count {
            var end = start
            while end &+ 1 < tokens.count, end &- start < 2 &* PhraseKeys.near, tokens[end].id != .hardBorder { end &+= 1 }
            scan(start...end, &found)
            start = end &+ 1
        }
        return found
    }

    // MARK: - Keys

    /// Looks for keys in a sentence, or in a part of a long one.
    private mutating func scan(_ part: ClosedRange<Int>, _ found: inout [PhraseMatch]) {
        let isWhole =
            isEnd(part.upperBound) && (part.lowerBound == 0 || isEnd(part.lowerBound &- 1))
        let seen = marks(around: part, isWhole: isWhole)
        for index in part {
            let place = lattice.places[index]
            look(for: place.id, index, 1, seen, isWhole, &found)
            var chunk = place.starting
            while chunk >= 0 {
                let next = lattice.chunks[Int(chunk)]
                look(for: next.id, index, Int(next.length), seen, isWhole, &found)
                chunk = next.nextAtStart
            }
        }
    }

    @inline(__always)
    private func isEnd(_ index: Int) -> Bool { lattice.places[index].id == .hardBorder }

    @inline(__always)
    private mutating func look(
        for token: TokenID, _ index: Int, _ length: Int, _ seen: TokenMarks, _ isWhole: Bool, _ found: inout [PhraseMatch]
    ) {
        let first = Int(automaton.keys.starts[Int(token)])
        let end = Int(automaton.keys.starts[Int(token) &+ 1])
        guard first < end else { return }
        let before = index == 0 ? TokenKinds.hardBorder : lattice.places[index &- 1].endKinds
        let after =
            index &+ length < lattice.places.count ? lattice.places[index &+ length].startKinds : TokenKinds.hardBorder
        for number in first..<end {
            let key = automaton.keys.keys[number]
            guard key.before.meets(before), key.after.meets(after) else { continue }
            guard (seen.contains(key.first) && seen.contains(key.second)) || (key.isLong && !isWhole) else { continue }
            walk(key, index, length, &found)
        }
    }

    private func marks(around part: ClosedRange<Int>, isWhole: Bool) -> TokenMarks {
        var first = part.lowerBound
        var last = part.upperBound
        if !isWhole {
            var steps = PhraseKeys.near
            while first > 0, steps > 0, !isEnd(first &- 1) { (first, steps) = (first &- 1, steps &- 1) }
            steps = PhraseKeys.near
            while last &+ 1 < lattice.places.count, steps > 0, !isEnd(last) { (last, steps) = (last &+ 1, steps &- 1) }
        }
        var seen = TokenMarks()
        for index in first...last {
            seen.formUnion(automaton.keys.marks[Int(lattice.places[index].id)])
            var chunk = lattice.places[index].starting
            while chunk >= 0 {
                seen.formUnion(automaton.keys.marks[Int(lattice.chunks[Int(chunk)].id)])
                chunk = lattice.chunks[Int(chunk)].nextAtStart
            }
        }
        return seen
    }

    // MARK: - From a key to the ends

    private mutating func walk(_ key: PhraseKeys.Key, _ index: Int, _ length: Int, _ found: inout [PhraseMatch]) {
        let program = automaton.programs[Int(key.program)]
        let bit = UInt64(1) &<< UInt64(key.place)
        if automaton.positions[Int(program.start) &+ Int(key.place)].followers == 0 {
            end(program, bit, at: index &+ length &- 1, &found)
            return
        }
        ended[length &- 1] = bit
        var last = length &- 1
        var offset = last
        while offset <= last {
            let active = ended[offset]
            ended[offset] = 0
            let at = index &+ offset
            if active & program.lasts != 0 { end(program, active & program.lasts, at: at, &found) }
            if active != 0, offset < 48, at &+ 1 < lattice.places.count {
                last = max(last, step(program, active, at &+ 1, offset &+ 1))
            }
            offset &+= 1
        }
    }

    /// What the followers of the active positions consume from the token on; the last offset that one of them reaches.
    @inline(__always)
    private mutating func step(_ program: PhraseAutomaton.Program, _ active: UInt64, _ index: Int, _ offset: Int) -> Int {
        var followers: UInt64 = 0
        var rest = active
        while rest != 0 {
            followers |= automaton.positions[Int(program.start) &+ rest.trailingZeroBitCount].followers
            rest &= rest &- 1
        }
        let place = lattice.places[index]
        var last = 0
        while followers != 0 {
            let number = followers.trailingZeroBitCount
            followers &= followers &- 1
            let position = automaton.positions[Int(program.start) &+ number]
            guard position.kinds.meets(place.startKinds) else { continue }
            let bit = UInt64(1) &<< UInt64(number)
            if consumes(position, place.id, place.kind), place.id != .hardBorder || position.followers == 0 {
                ended[offset] |= bit
                last = max(last, offset)
            }
            if place.starting < 0 || position.traits.contains(.isKindEnough) { continue }
            var chunk = place.starting
            while chunk >= 0 {
                let next = lattice.chunks[Int(chunk)]
                if consumes(position, next.id, TokenKinds(next.id)) {
                    let end = offset &+ Int(next.length) &- 1
                    ended[end] |= bit
                    last = max(last, end)
                }
                chunk = next.nextAtStart
            }
        }
        return last
    }

    @inline(__always)
    private func consumes(_ position: PhraseAutomaton.Position, _ token: TokenID, _ kind: TokenKinds) -> Bool {
        guard position.kinds.meets(kind) else { return false }
        return position.traits.contains(.isKindEnough) || automaton.labels.holds(token, position.label)
    }

    private mutating func end(
        _ program: PhraseAutomaton.Program, _ lasts: UInt64, at index: Int, _ found: inout [PhraseMatch]
    ) {
        let words = trace.words(of: program, endingWith: lasts, at: index, lattice, automaton)
        if words != 0 { insert(PhraseMatch(words, endingAt: index, phrase: Int(program.phrase)), index, &found) }
    }

    /// In order; of those of one phrase and end only the best.
    private mutating func insert(_ match: PhraseMatch, _ end: Int, _ found: inout [PhraseMatch]) {
        var place = found.count
        while place > 0, found[place &- 1].first &+ 64 > match.first {
            place &-= 1
            guard found[place].phrase == match.phrase, ends[place] == end else { continue }
            let (new, old) = (match.wordCount, found[place].wordCount)
            if old > new || (old == new && found[place].first >= match.first) { return }
            found.remove(at: place)
            ends.remove(at: place)
        }
        place = found.count
        while place > 0, match.comes(before: found[place &- 1]) { place &-= 1 }
        found.insert(match, at: place)
        ends.insert(end, at: place)
    }
}

extension PhraseMatch {
    /// Bit k of `words` is token `index - k`.
    fileprivate init(_ words: UInt64, endingAt index: Int, phrase: Int) {
        let firstOffset = 63 &- words.leadingZeroBitCount
        let lastOffset = words.trailingZeroBitCount
        var forward: UInt64 = 0
        var rest = words
        while rest != 0 {
            forward |= 1 &<< UInt64(firstOffset &- rest.trailingZeroBitCount)
            rest &= rest &- 1
        }
        self.init(phrase: phrase, first: index &- firstOffset, last: index &- lastOffset, words: forward)
    }

    fileprivate func comes(before other: PhraseMatch) -> Bool {
        if first != other.first { return first < other.first }
        if last != other.last { return last < other.last }
        return phrase < other.phrase
    }
}
