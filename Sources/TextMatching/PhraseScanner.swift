/// Finds phrases in tokens: looks for their key words, and walks the automaton from each on.
///
/// Keeps nothing of what it has read but room to work in.
package struct PhraseScanner: Sendable {
    private let automaton: PhraseAutomaton
    private var active: [Int32] = []
    private var reached: [Int32] = []
    /// The joins that were gone through with the present token.
    private var passed: [Int32] = []
    private var frontier: [Step] = []
    private var earlier: [Step] = []
    /// Where each match ends, as token and position.
    private var ends: [End] = []

    /// A position on the way back from a match's end; bit k of `words` is the k-th token before the end.
    private struct Step: BitwiseCopyable {
        var position: Int32
        /// The position that it leads to.
        var next: Int32
        var words: UInt64
    }

    /// What leads on through a join.
    private struct Passage: BitwiseCopyable {
        var join: Int32
        var next: Int32
        var words: UInt64
    }

    private var passages: [Passage] = []

    private struct End: BitwiseCopyable, Equatable {
        var token: Int
        var position: Int32
    }

    package init(_ automaton: PhraseAutomaton) { self.automaton = automaton }

    /// All matches, in order of their first word, their last and their phrase; one a phrase, ending position and end, the
    /// one that explains most words.
    package mutating func matches(in tokens: [Token]) -> [PhraseMatch] {
        var found: [PhraseMatch] = []
        found.reserveCapacity(tokens.count / 2)
        ends.removeAll(keepingCapacity: true)
        var start = 0
        while start < tokens.count {
            var end = start
            while end &+ 1 < tokens.count, end &- start < 2 &* PhraseKeys.near, tokens[end].id != .hardBorder { end &+= 1 }
            scan(tokens, start...end, &found)
            start = end &+ 1
        }
        return found
    }

    /// Looks for keys in a sentence, or in a part of a long one.
    private mutating func scan(_ tokens: [Token], _ part: ClosedRange<Int>, _ found: inout [PhraseMatch]) {
        let isWhole =
            tokens[part.upperBound].id == .hardBorder && (part.lowerBound == 0 || tokens[part.lowerBound &- 1].id == .hardBorder)
        let seen = marks(in: tokens, around: part, isWhole: isWhole)
        var before = part.lowerBound == 0 ? TokenKinds.hardBorder : TokenKinds(tokens[part.lowerBound &- 1].id)
        for index in part {
            let token = tokens[index].id
            let first = Int(automaton.keys.starts[Int(token)])
            let end = Int(automaton.keys.starts[Int(token) &+ 1])
            if first < end {
                let after = index &+ 1 < tokens.count ? TokenKinds(tokens[index &+ 1].id) : .hardBorder
                for number in first..<end {
                    let key = automaton.keys.keys[number]
                    guard key.before.meets(before), key.after.meets(after) else { continue }
                    guard (seen.contains(key.first) && seen.contains(key.second)) || (key.isLong && !isWhole) else { continue }
                    walk(from: key.position, at: index, tokens, &found)
                }
            }
            before = TokenKinds(token)
        }
    }

    private func marks(in tokens: [Token], around part: ClosedRange<Int>, isWhole: Bool) -> TokenMarks {
        var first = part.lowerBound
        var last = part.upperBound
        if !isWhole {
            var steps = PhraseKeys.near
            while first > 0, steps > 0, tokens[first &- 1].id != .hardBorder { (first, steps) = (first &- 1, steps &- 1) }
            steps = PhraseKeys.near
            while last &+ 1 < tokens.count, steps > 0, tokens[last].id != .hardBorder { (last, steps) = (last &+ 1, steps &- 1) }
        }
        var seen = TokenMarks()
        for index in first...last { seen.formUnion(automaton.keys.marks[Int(tokens[index].id)]) }
        return seen
    }

    // MARK: - From a key to the ends

    private mutating func walk(from key: Int32, at index: Int, _ tokens: [Token], _ found: inout [PhraseMatch]) {
        guard isLed(key, at: index, tokens) else { return }
        if automaton.positions[Int(key)].traits.contains(.isLast) { end(key, at: index, tokens, &found) }
        if automaton.joins.behind.list(key).isEmpty { return }
        active.removeAll(keepingCapacity: true)
        active.append(key)
        var at = index &+ 1
        while at < tokens.count {
            let token = tokens[at].id
            step(to: token)
            if reached.isEmpty { return }
            for position in reached where automaton.positions[Int(position)].traits.contains(.isLast) {
                if token != .hardBorder || automaton.joins.behind.list(position).isEmpty {
                    end(position, at: at, tokens, &found)
                }
            }
            if token == .hardBorder { return }
            swap(&active, &reached)
            at &+= 1
        }
    }

    /// Whether the word before can lead to the key, or the key begins a match here.
    private func isLed(_ key: Int32, at index: Int, _ tokens: [Token]) -> Bool {
        let traits = automaton.positions[Int(key)].traits
        if traits.contains(.isFirst), !traits.contains(.isAnchored) || beginsClause(index, tokens) { return true }
        guard index > 0, tokens[index &- 1].id != .hardBorder else { return false }
        let token = tokens[index &- 1].id
        let kinds = TokenKinds(token)
        for number in automaton.joins.before.list(key) {
            let join = automaton.joins.before.members[number]
            guard automaton.joins.tails.kinds[Int(join)].meets(kinds) else { continue }
            for member in automaton.joins.tails.list(join) where consumes(automaton.joins.tails.members[member], token, kinds) {
                return true
            }
        }
        return false
    }

    private mutating func step(to token: TokenID) {
        reached.removeAll(keepingCapacity: true)
        passed.removeAll(keepingCapacity: true)
        let kinds = TokenKinds(token)
        for position in active {
            for number in automaton.joins.behind.list(position) {
                let join = automaton.joins.behind.members[number]
                guard automaton.joins.heads.kinds[Int(join)].meets(kinds), !passed.contains(join) else { continue }
                passed.append(join)
                for number in automaton.joins.heads.list(join) {
                    let member = automaton.joins.heads.members[number]
                    if consumes(member, token, kinds), !reached.contains(member.position) { reached.append(member.position) }
                }
            }
        }
    }

    @inline(__always)
    private func consumes(_ member: PhraseJoins.Member, _ token: TokenID, _ kinds: TokenKinds) -> Bool {
        guard member.kinds.meets(kinds) else { return false }
        let place = automaton.positions[Int(member.position)]
        return place.traits.contains(.isKindEnough) || automaton.labels.holds(token, place.label)
    }

    private func beginsClause(_ index: Int, _ tokens: [Token]) -> Bool { index == 0 || tokens[index &- 1].isBorder }

    // MARK: - The way back

    private mutating func end(_ position: Int32, at index: Int, _ tokens: [Token], _ found: inout [PhraseMatch]) {
        let words = trace(back: position, at: index, tokens)
        if words == 0 { return }
        let match = Self.match(words, endingAt: index, phrase: Int(automaton.phrases[Int(position)]))
        insert(match, End(token: index, position: position), &found)
    }

    /// The words of the match that ends with `position` on token `index`: of all ways, the one that explains most words,
    /// then the shortest, then the one whose positions come first.
    private mutating func trace(back position: Int32, at index: Int, _ tokens: [Token]) -> UInt64 {
        frontier.removeAll(keepingCapacity: true)
        frontier.append(Step(position: position, next: 0, words: 0))
        var best: UInt64 = 0
        var bestCount = 0
        var at = index
        while index &- at < 48 {
            let bit = UInt64(1) &<< UInt64(index &- at)
            for step in frontier.indices {
                let traits = automaton.positions[Int(frontier[step].position)].traits
                if traits.contains(.isWord) { frontier[step].words |= bit }
                guard traits.contains(.isFirst) else { continue }
                let count = frontier[step].words.nonzeroBitCount
                if count > bestCount, !traits.contains(.isAnchored) || beginsClause(at, tokens) {
                    best = frontier[step].words
                    bestCount = count
                }
            }
            at &-= 1
            guard at >= 0, tokens[at].id != .hardBorder else { break }
            stepBack(to: tokens[at].id)
            if earlier.isEmpty { break }
            swap(&frontier, &earlier)
        }
        return best
    }

    private mutating func stepBack(to token: TokenID) {
        earlier.removeAll(keepingCapacity: true)
        findPassages()
        let kinds = TokenKinds(token)
        for passage in passages where automaton.joins.tails.kinds[Int(passage.join)].meets(kinds) {
            for number in automaton.joins.tails.list(passage.join) {
                let member = automaton.joins.tails.members[number]
                if consumes(member, token, kinds) {
                    add(Step(position: member.position, next: passage.next, words: passage.words))
                }
            }
        }
    }

    /// The joins to the frontier, each with the best way on; the frontier is in order.
    private mutating func findPassages() {
        passages.removeAll(keepingCapacity: true)
        for step in frontier {
            for number in automaton.joins.before.list(step.position) {
                let join = automaton.joins.before.members[number]
                if let known = passages.firstIndex(where: { $0.join == join }) {
                    if step.words.nonzeroBitCount > passages[known].words.nonzeroBitCount {
                        passages[known] = Passage(join: join, next: step.position, words: step.words)
                    }
                } else {
                    passages.append(Passage(join: join, next: step.position, words: step.words))
                }
            }
        }
    }

    /// Of two ways to one position only the one that explains more can win, or leads on to an earlier position; they
    /// stay in order.
    private mutating func add(_ step: Step) {
        var place = earlier.count
        while place > 0, earlier[place &- 1].position > step.position { place &-= 1 }
        guard place > 0, earlier[place &- 1].position == step.position else {
            earlier.insert(step, at: place)
            return
        }
        let (new, old) = (step.words.nonzeroBitCount, earlier[place &- 1].words.nonzeroBitCount)
        if new > old || (new == old && step.next < earlier[place &- 1].next) { earlier[place &- 1] = step }
    }

    /// Bit k of `words` is token `index - k`.
    private static func match(_ words: UInt64, endingAt index: Int, phrase: Int) -> PhraseMatch {
        let firstOffset = 63 &- words.leadingZeroBitCount
        let lastOffset = words.trailingZeroBitCount
        var forward: UInt64 = 0
        var rest = words
        while rest != 0 {
            forward |= 1 &<< UInt64(firstOffset &- rest.trailingZeroBitCount)
            rest &= rest &- 1
        }
        return PhraseMatch(phrase: phrase, first: index &- firstOffset, last: index &- lastOffset, words: forward)
    }

    /// In order, and once: several keys may lead to one end.
    private mutating func insert(_ match: PhraseMatch, _ end: End, _ found: inout [PhraseMatch]) {
        var place = found.count
        while place > 0, Self.comes(match, end, before: found[place &- 1], ends[place &- 1]) { place &-= 1 }
        if place > 0, found[place &- 1].phrase == match.phrase, ends[place &- 1] == end { return }
        found.insert(match, at: place)
        ends.insert(end, at: place)
    }

    private static func comes(_ a: PhraseMatch, _ endA: End, before b: PhraseMatch, _ endB: End) -> Bool {
        if a.first != b.first { return a.first < b.first }
        if a.last != b.last { return a.last < b.last }
        if a.phrase != b.phrase { return a.phrase < b.phrase }
        return (endA.token, endA.position) < (endB.token, endB.position)
    }
}
