/// All phrases compiled to one position automaton (Glushkov 1961) over token labels.
package struct PhraseAutomaton: Sendable {
    package typealias PhraseID = Int

    /// What a position consumes: a set of tokens.
    package typealias Label = UInt32

    enum SpecialLabel {
        static let anyWord: Label = 0
        static let anyWordOrSoftBorder: Label = 1
        static let softBorder: Label = 2
        static let colon: Label = 3
        static let clauseBorder: Label = 4
        static let number: Label = 5
        static let first: Label = 6
    }

    struct Position: Sendable {
        var label: Label
        var phrase: Int32
        /// Gaps and borders are not among the words that a match explains.
        var isWord: Bool
        var isLast: Bool
        var isFirst: Bool
        /// Begins a match only where a clause begins.
        var isAnchored = false
        /// A first position that is also a last one: a match of one word.
        var isWhole = false
    }

    var positions: [Position] = []
    /// The label of each position.
    var labels: [Label] = []
    /// The sorted positions that may follow each position, one list behind the other.
    var followTargets: [Int32] = []
    private var followStarts: [Int32] = []
    /// Where the positions of each phrase begin; its last entry ends the last phrase.
    private var phraseStarts: [Int32] = []
    /// Sorted labels by token id.
    var labelsOfToken: [[Label]] = []
    /// The positions that may begin a match with this token, anywhere.
    var startsOfToken: [[Int32]] = []
    /// Those that may begin one only where a clause begins.
    var clauseStarts: [Int32] = []
    private(set) var labelCount = 0
    package private(set) var phraseCount = 0

    package init(_ compiler: PhraseCompiler) {
        positions = compiler.positions
        labels = positions.map(\.label)
        (followStarts, followTargets) = Self.lists(of: compiler.edges, positions: positions.count)
        var entered = [Bool](repeating: false, count: positions.count)
        for target in followTargets { entered[Int(target)] = true }
        for index in positions.indices where !entered[index] {
            positions[index].isWhole = positions[index].isFirst && positions[index].isLast && positions[index].isWord
        }
        phraseCount = compiler.phraseCount
        phraseStarts = compiler.phraseStarts + [Int32(positions.count)]
        labelCount = compiler.labels.count + Int(SpecialLabel.first)
        labelsOfToken = Self.labels(of: compiler)
        startsOfToken = [[Int32]](repeating: [], count: labelsOfToken.count)
        var startsByLabel: [Label: [Int32]] = [:]
        for start in compiler.starts { startsByLabel[positions[Int(start)].label, default: []].append(start) }
        for token in labelsOfToken.indices {
            startsOfToken[token] = labelsOfToken[token].flatMap { startsByLabel[$0] ?? [] }.sorted()
        }
        clauseStarts = compiler.clauseStarts.sorted()
    }

    /// The targets of each position side by side (counting sort), each list in order.
    private static func lists(of edges: [PhraseCompiler.Edge], positions: Int) -> (starts: [Int32], targets: [Int32]) {
        var starts = [Int32](repeating: 0, count: positions + 1)
        for edge in edges { starts[Int(edge.from) + 1] += 1 }
        for position in 0..<positions { starts[position + 1] += starts[position] }
        var next = starts
        var targets = [Int32](repeating: 0, count: edges.count)
        for edge in edges {
            targets[Int(next[Int(edge.from)])] = edge.to
            next[Int(edge.from)] += 1
        }
        for position in 0..<positions {
            let list = Int(starts[position])..<Int(starts[position + 1])
            let isSorted = list.dropFirst().allSatisfy { targets[$0 - 1] <= targets[$0] }
            if !isSorted { targets[list].sort() }
        }
        return (starts, targets)
    }

    private static func labels(of compiler: PhraseCompiler) -> [[Label]] {
        var labels = [[Label]](repeating: [], count: compiler.vocabularyCount)
        for (label, tokens) in compiler.labels.enumerated() {
            for token in tokens { labels[Int(token)].append(Label(label) + SpecialLabel.first) }
        }
        for token in labels.indices {
            let id = TokenID(token)
            switch id {
            case .softBorder:
                labels[token] += [SpecialLabel.softBorder, SpecialLabel.clauseBorder, SpecialLabel.anyWordOrSoftBorder]
            case .colon: labels[token] += [SpecialLabel.colon, SpecialLabel.anyWordOrSoftBorder]
            case .hardBorder: labels[token] += [SpecialLabel.clauseBorder]
            default:
                labels[token] += [SpecialLabel.anyWord, SpecialLabel.anyWordOrSoftBorder]
                if id == .number || compiler.isNumber(id) { labels[token].append(SpecialLabel.number) }
            }
            labels[token].sort()
        }
        return labels
    }

    /// Where the positions that may follow stand in `followTargets`.
    @inline(__always)
    func follow(_ position: Int32) -> Range<Int> {
        Int(followStarts[Int(position)])..<Int(followStarts[Int(position) + 1])
    }

    func range(of phrase: Int32) -> Range<Int32> { phraseStarts[Int(phrase)]..<phraseStarts[Int(phrase) + 1] }

    /// Binary search: classes of many wordings lead to many positions.
    func leads(from: Int32, to: Int32) -> Bool {
        let targets = follow(from)
        var (low, high) = (targets.lowerBound, targets.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if followTargets[middle] < to { low = middle + 1 } else { high = middle }
        }
        return low < targets.upperBound && followTargets[low] == to
    }
}
