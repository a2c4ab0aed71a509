/// The way back from a match's end to its best beginning, over one program.
struct BackTrace: Sendable {
    /// By offset from the end: the positions whose consumption may end there on a way to the match's end.
    private var waiting = [UInt64](repeating: 0, count: 64)
    /// By offset and position: the words on the best way on.
    private var words = [UInt64](repeating: 0, count: 64 * 64)
    private var best: UInt64 = 0
    private var bestCount = 0
    private var bestStart = 0
    private var last = 0

    /// The words of the match that ends with one of `lasts` on token `index`, bit k for token `index - k`: of all ways, the
    /// one that explains most words, then the shortest, then the one whose positions come first.
    mutating func words(
        of program: PhraseAutomaton.Program, endingWith lasts: UInt64, at index: Int, _ lattice: borrowing TokenLattice,
        _ automaton: borrowing PhraseAutomaton
    ) -> UInt64 {
        (best, bestCount, bestStart, last) = (0, 0, 0, 0)
        waiting[0] = lasts
        var rest = lasts
        while rest != 0 {
            words[rest.trailingZeroBitCount] = 0
            rest &= rest &- 1
        }
        var offset = 0
        while offset <= last {
            var active = waiting[offset]
            waiting[offset] = 0
            let at = index &- offset
            if active != 0, at >= 0, offset == 0 || lattice.places[at].id != .hardBorder {
                while active != 0 {
                    let number = active.trailingZeroBitCount
                    active &= active &- 1
                    consume(program, number, offset, at, lattice, automaton)
                }
            }
            offset &+= 1
        }
        return best
    }

    private mutating func consume(
        _ program: PhraseAutomaton.Program, _ number: Int, _ offset: Int, _ at: Int, _ lattice: borrowing TokenLattice,
        _ automaton: borrowing PhraseAutomaton
    ) {
        let position = automaton.positions[Int(program.start) &+ number]
        let place = lattice.places[at]
        guard position.kinds.meets(place.endKinds) else { return }
        let behind = words[offset &<< 6 | number]
        if position.kinds.meets(place.kind),
            position.traits.contains(.isKindEnough) || automaton.labels.holds(place.id, position.label)
        {
            let own: UInt64 = position.traits.contains(.isWord) ? 1 &<< UInt64(offset) : 0
            lead(position, behind | own, offset, at, lattice)
        }
        if position.traits.contains(.isKindEnough) { return }
        var chunk = place.ending
        while chunk >= 0 {
            let next = lattice.chunks[Int(chunk)]
            let length = Int(next.length)
            if offset &+ length <= 48, position.kinds.meets(TokenKinds(next.id)), automaton.labels.holds(next.id, position.label)
            {
                let own = ((1 &<< UInt64(length)) &- 1) &<< UInt64(offset)
                lead(position, behind | own, offset &+ length &- 1, at &- length &+ 1, lattice)
            }
            chunk = next.nextAtEnd
        }
    }

    /// The position's consumption begins with token `start`, which is `offset` before the end.
    private mutating func lead(
        _ position: PhraseAutomaton.Position, _ path: UInt64, _ offset: Int, _ start: Int,
        _ lattice: borrowing TokenLattice
    ) {
        let count = path.nonzeroBitCount
        if position.traits.contains(.isFirst), count > bestCount || (count == bestCount && offset < bestStart) {
            let isAllowed =
                !position.traits.contains(.isAnchored) || start == 0
                || !lattice.places[start &- 1].kind.isDisjoint(with: [.softBorder, .colon, .hardBorder])
            if isAllowed { (best, bestCount, bestStart) = (path, count, offset) }
        }
        guard offset < 47 else { return }
        let next = offset &+ 1
        var leaders = position.leaders
        while leaders != 0 {
            let number = leaders.trailingZeroBitCount
            leaders &= leaders &- 1
            let bit = UInt64(1) &<< UInt64(number)
            let slot = next &<< 6 | number
            if waiting[next] & bit == 0 || count > words[slot].nonzeroBitCount { words[slot] = path }
            waiting[next] |= bit
            last = max(last, next)
        }
    }
}
