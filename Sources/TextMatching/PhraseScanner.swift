/// Runs the automaton over tokens; determinises it as it goes, so use one a worker.
///
/// States of the deterministic automaton are made when first met and kept up to a limit, after which all are forgotten:
/// the matches never depend on what was read before.
package struct PhraseScanner: Sendable {
    private let automaton: PhraseAutomaton
    private var states: [State] = []
    private var stateIDs = HashTable(capacity: 1 << 12)
    private var transitions = HashTable(capacity: 1 << 14)
    private var isAccepting: [Bool] = []
    private var marks: [UInt32]
    private var labelMarks: [UInt32]
    private var mark: UInt32 = 0
    private var trail: [UInt32] = []
    private let limit: Int

    private struct State: Sendable {
        var positions: [Int32]
        /// Positions that end a phrase.
        var accepting: [Int32]
        var atClauseStart: Bool
    }

    package init(_ automaton: PhraseAutomaton, stateLimit: Int = 60_000) {
        self.automaton = automaton
        limit = stateLimit
        marks = [UInt32](repeating: 0, count: automaton.positions.count)
        labelMarks = [UInt32](repeating: 0, count: automaton.labelCount)
        reset()
    }

    /// All matches, in order of their ends; one a phrase, ending position and end, the one that explains most words.
    package mutating func matches(in tokens: [Token]) -> [PhraseMatch] {
        var found: [PhraseMatch] = []
        found.reserveCapacity(tokens.count)
        var state: UInt32 = 0
        var start = 0
        trail.removeAll(keepingCapacity: true)
        for index in tokens.indices {
            let token = tokens[index].id
            let key = UInt64(state) << 32 | UInt64(token) | 1 << 63
            if let next = transitions.value(key) {
                state = next
            } else {
                let next = step(state, token)
                transitions.set(key, next)
                state = next
            }
            trail.append(state)
            if isAccepting[Int(state)] { collect(state, at: index, from: start, tokens, &found) }
            if token == .hardBorder {
                start = index + 1
                trail.removeAll(keepingCapacity: true)
                if states.count > limit { reset() }
                state = 0
            }
        }
        return found
    }

    private func collect(
        _ state: UInt32, at index: Int, from start: Int, _ tokens: [Token], _ found: inout [PhraseMatch]
    ) {
        for position in states[Int(state)].accepting {
            let place = automaton.positions[Int(position)]
            if place.isWhole {
                if isAllowedStart(place, index, tokens) {
                    found.append(PhraseMatch(phrase: Int(place.phrase), first: index, last: index, words: 1))
                }
            } else if let match = trace(back: position, at: index, from: start, tokens) {
                found.append(match)
            }
        }
    }

    private mutating func reset() {
        states = []
        isAccepting = []
        stateIDs = HashTable(capacity: 1 << 12)
        transitions = HashTable(capacity: 1 << 14)
        _ = state([], atClauseStart: true)
    }

    private mutating func state(_ positions: [Int32], atClauseStart: Bool) -> UInt32 {
        var key = Self.key(of: positions, atClauseStart)
        while let known = stateIDs.value(key) {
            let state = states[Int(known)]
            if state.atClauseStart == atClauseStart, state.positions == positions { return known }
            key &+= 1
        }
        let id = UInt32(states.count)
        let accepting = positions.filter { automaton.positions[Int($0)].isLast }
        states.append(State(positions: positions, accepting: accepting, atClauseStart: atClauseStart))
        isAccepting.append(!accepting.isEmpty)
        stateIDs.set(key, id)
        return id
    }

    private static func key(of positions: [Int32], _ atClauseStart: Bool) -> UInt64 {
        var key = WordHash.seed
        for position in positions { key = (key ^ UInt64(UInt32(bitPattern: position))) &* WordHash.prime }
        return (key ^ (atClauseStart ? 1 : 0)) | 1 << 63
    }

    private mutating func step(_ id: UInt32, _ token: TokenID) -> UInt32 {
        mark &+= 1
        let from = states[Int(id)]
        for label in automaton.labelsOfToken[Int(token)] { labelMarks[Int(label)] = mark }
        let starts = automaton.startsOfToken[Int(token)]
        for position in starts { marks[Int(position)] = mark }
        var reached: [Int32] = []
        if from.atClauseStart {
            for target in automaton.clauseStarts { reach(target, &reached) }
        }
        for position in from.positions {
            for index in automaton.follow(position) { reach(automaton.followTargets[index], &reached) }
        }
        reached.sort()
        var next = Self.merged(starts, reached)
        let isBorder = token >= TokenID.softBorder && token <= TokenID.hardBorder
        if token == .hardBorder {
            next = next.filter { automaton.positions[Int($0)].isLast && automaton.follow($0).isEmpty }
        }
        return state(next, atClauseStart: isBorder)
    }

    /// Two sorted lists without common members as one.
    private static func merged(_ a: [Int32], _ b: [Int32]) -> [Int32] {
        if b.isEmpty { return a }
        var result: [Int32] = []
        result.reserveCapacity(a.count + b.count)
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] < b[j] {
                result.append(a[i])
                i += 1
            } else {
                result.append(b[j])
                j += 1
            }
        }
        result.append(contentsOf: a[i...])
        result.append(contentsOf: b[j...])
        return result
    }

    @inline(__always)
    private mutating func reach(_ target: Int32, _ reached: inout [Int32]) {
        guard labelMarks[Int(automaton.labels[Int(target)])] == mark, marks[Int(target)] != mark else { return }
        marks[Int(target)] = mark
        reached.append(target)
    }

    // MARK: - The way back

    private struct Step {
        var position: Int32
        var words: UInt64
    }

    /// The match that ends with `position` on token `index`: of all ways, the one that explains most words, then the shortest.
    private func trace(back position: Int32, at index: Int, from start: Int, _ tokens: [Token]) -> PhraseMatch? {
        let phrase = automaton.positions[Int(position)].phrase
        let range = automaton.range(of: phrase)
        var frontier = [Step(position: position, words: 0)]
        var earlier: [Step] = []
        var best: UInt64 = 0
        var at = index
        while !frontier.isEmpty, index - at < 48 {
            for step in frontier.indices {
                let place = automaton.positions[Int(frontier[step].position)]
                if place.isWord { frontier[step].words |= 1 << UInt64(index - at) }
                let words = frontier[step].words
                if place.isFirst, words.nonzeroBitCount > best.nonzeroBitCount, isAllowedStart(place, at, tokens) {
                    best = words
                }
            }
            at -= 1
            guard at >= start else { break }
            stepBack(from: frontier, within: range, in: trail[at - start], to: &earlier)
            swap(&frontier, &earlier)
        }
        return best == 0 ? nil : match(best, endingAt: index, phrase: Int(phrase))
    }

    /// The active positions of the phrase one token before that lead to the frontier; a phrase's positions are neighbours.
    private func stepBack(
        from frontier: [Step], within range: Range<Int32>, in state: UInt32, to earlier: inout [Step]
    ) {
        earlier.removeAll(keepingCapacity: true)
        var index = lowerBound(range.lowerBound, in: states[Int(state)].positions)
        let count = states[Int(state)].positions.count
        while index < count {
            let candidate = states[Int(state)].positions[index]
            guard candidate < range.upperBound else { return }
            for step in frontier where automaton.leads(from: candidate, to: step.position) {
                Self.add(candidate, step.words, to: &earlier)
            }
            index += 1
        }
    }

    private func lowerBound(_ position: Int32, in positions: [Int32]) -> Int {
        var (low, high) = (0, positions.count)
        while low < high {
            let middle = (low + high) / 2
            if positions[middle] < position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Of two ways to one position only the one that explains more can win.
    private static func add(_ position: Int32, _ words: UInt64, to steps: inout [Step]) {
        guard let last = steps.last, last.position == position else {
            steps.append(Step(position: position, words: words))
            return
        }
        if words.nonzeroBitCount > last.words.nonzeroBitCount { steps[steps.count - 1].words = words }
    }

    /// Bit k of `words` is token `index - k`.
    private func match(_ words: UInt64, endingAt index: Int, phrase: Int) -> PhraseMatch {
        let firstOffset = 63 - words.leadingZeroBitCount
        let lastOffset = words.trailingZeroBitCount
        var forward: UInt64 = 0
        for offset in lastOffset...firstOffset where words & (1 << UInt64(offset)) != 0 {
            forward |= 1 << UInt64(firstOffset - offset)
        }
        return PhraseMatch(phrase: phrase, first: index - firstOffset, last: index - lastOffset, words: forward)
    }

    private func isAllowedStart(_ place: PhraseAutomaton.Position, _ at: Int, _ tokens: [Token]) -> Bool {
        !place.isAnchored || at == 0 || tokens[at - 1].isBorder
    }
}
