/// Runs the automaton over tokens; determinises it as it goes, so use one a worker.
///
/// States of the deterministic automaton are made when first met and kept up to a limit, after which all are forgotten:
/// the matches never depend on what was read before.
package struct PhraseScanner: Sendable {
    private let automaton: PhraseAutomaton
    private var states: [State] = []
    private var stateIDs: [[Int32]: UInt32] = [:]
    private var transitions = HashTable(capacity: 1 << 14)
    private var marks: [UInt32]
    private var mark: UInt32 = 0
    private let limit: Int

    private struct State: Sendable {
        var positions: [Int32]
        /// Positions that end a phrase.
        var accepting: [Int32]
        var atClauseStart: Bool
    }

    /// Stands in a position list for "a clause begins here".
    private static let clauseStart: Int32 = -1

    package init(_ automaton: PhraseAutomaton, stateLimit: Int = 60_000) {
        self.automaton = automaton
        limit = stateLimit
        marks = [UInt32](repeating: 0, count: automaton.positions.count)
        reset()
    }

    /// All matches, in order of their ends; one a phrase and end, the one that explains most words.
    package mutating func matches(in tokens: [Token]) -> [PhraseMatch] {
        var found: [PhraseMatch] = []
        var state: UInt32 = 0
        for index in tokens.indices {
            let token = tokens[index].id
            let key = UInt64(state) << 32 | UInt64(token) | 1 << 63
            if let next = transitions.value(key) {
                state = next
            } else {
                if states.count > limit {
                    let current = states[Int(state)]
                    reset()
                    state = self.state(current.positions, atClauseStart: current.atClauseStart)
                }
                let next = step(state, token)
                transitions.set(UInt64(state) << 32 | UInt64(token) | 1 << 63, next)
                state = next
            }
            for position in states[Int(state)].accepting {
                if let match = trace(back: position, at: index, tokens) { found.append(match) }
            }
        }
        return found
    }

    private mutating func reset() {
        states = []
        stateIDs = [:]
        transitions = HashTable(capacity: 1 << 14)
        _ = state([], atClauseStart: true)
    }

    private mutating func state(_ positions: [Int32], atClauseStart: Bool) -> UInt32 {
        let key = atClauseStart ? positions + [Self.clauseStart] : positions
        if let known = stateIDs[key] { return known }
        let id = UInt32(states.count)
        let accepting = positions.filter { automaton.positions[Int($0)].isLast }
        states.append(State(positions: positions, accepting: accepting, atClauseStart: atClauseStart))
        stateIDs[key] = id
        return id
    }

    private mutating func step(_ id: UInt32, _ token: TokenID) -> UInt32 {
        mark &+= 1
        let from = states[Int(id)]
        let labels = automaton.labelsOfToken[Int(token)]
        var next: [Int32] = []
        for position in automaton.startsOfToken[Int(token)] where marks[Int(position)] != mark {
            marks[Int(position)] = mark
            next.append(position)
        }
        if from.atClauseStart { reach(automaton.clauseStarts, labels, &next) }
        for position in from.positions { reach(automaton.follow[Int(position)], labels, &next) }
        let isBorder = token >= TokenID.softBorder && token <= TokenID.hardBorder
        if token == .hardBorder {
            next = next.filter { automaton.positions[Int($0)].isLast && automaton.follow[Int($0)].isEmpty }
        }
        next.sort()
        return state(next, atClauseStart: isBorder)
    }

    private mutating func reach(_ targets: [Int32], _ labels: [PhraseAutomaton.Label], _ next: inout [Int32]) {
        for target in targets where marks[Int(target)] != mark {
            guard contains(labels, automaton.positions[Int(target)].label) else { continue }
            marks[Int(target)] = mark
            next.append(target)
        }
    }

    /// Binary search: a token may carry hundreds of labels.
    @inline(__always)
    private func contains(_ labels: [PhraseAutomaton.Label], _ label: PhraseAutomaton.Label) -> Bool {
        var (low, high) = (0, labels.count)
        while low < high {
            let middle = (low + high) / 2
            if labels[middle] < label { low = middle + 1 } else { high = middle }
        }
        return low < labels.count && labels[low] == label
    }

    // MARK: - The way back

    /// The match that ends with `position` on token `index`: of all ways, the one that explains most words, then the shortest.
    private func trace(back position: Int32, at index: Int, _ tokens: [Token]) -> PhraseMatch? {
        var best: (words: UInt64, length: Int)?
        search(position, index, index, 0, tokens, &best)
        guard let best, best.words != 0 else { return nil }
        // Bit k of `best.words` is token `index - k`.
        let firstOffset = 63 - best.words.leadingZeroBitCount
        let lastOffset = best.words.trailingZeroBitCount
        var words: UInt64 = 0
        for offset in lastOffset...firstOffset where best.words & (1 << UInt64(offset)) != 0 {
            words |= 1 << UInt64(firstOffset - offset)
        }
        let phrase = Int(automaton.positions[Int(position)].phrase)
        return PhraseMatch(phrase: phrase, first: index - firstOffset, last: index - lastOffset, words: words)
    }

    private func search(
        _ position: Int32, _ at: Int, _ end: Int, _ words: UInt64, _ tokens: [Token],
        _ best: inout (words: UInt64, length: Int)?
    ) {
        guard at >= 0, end - at < 48 else { return }
        let place = automaton.positions[Int(position)]
        guard contains(automaton.labelsOfToken[Int(tokens[at].id)], place.label) else { return }
        let explained = place.isWord ? words | 1 << UInt64(end - at) : words
        if place.isFirst, isAllowedStart(position, at, tokens) {
            let length = end - at
            if best.map({
                (explained.nonzeroBitCount, -length) > ($0.words.nonzeroBitCount, -$0.length)
            }) ?? true {
                best = (explained, length)
            }
        }
        for previous in automaton.precede[Int(position)] {
            search(previous, at - 1, end, explained, tokens, &best)
        }
    }

    private func isAllowedStart(_ position: Int32, _ at: Int, _ tokens: [Token]) -> Bool {
        guard automaton.positions[Int(position)].isAnchored else { return true }
        return at == 0 || tokens[at - 1].isBorder
    }
}
