/// The words to look for: every match of a phrase holds exactly one of its key positions.
///
/// Of the sets of positions that no way through a phrase goes round, the one whose words are rarest is its key; how rare
/// a word is, is told by how often the phrases themselves name it. A text is searched for keys alone, so that its cost
/// follows its own words and not the number of phrases.
struct PhraseKeys: Sendable {
    /// How the tokens beside a key position must be, for a quick no.
    struct Key: BitwiseCopyable, Sendable {
        var before: TokenKinds
        var after: TokenKinds
        var position: Int32
    }

    let starts: [Int32]
    let keys: [Key]

    init(
        _ compiler: PhraseCompiler, labels: LabelTable, positions: [PhraseAutomaton.Position],
        followers: PositionLists, leaders: PositionLists
    ) {
        let costs = Self.costs(compiler, labels)
        var choice = Choice(compiler.plan, costs: costs, positions: positions)
        let chosen = choice.keys()
        var starts = [Int32](repeating: 0, count: compiler.vocabularyCount + 1)
        let numbers = labels.isNumber.indices.filter { labels.isNumber[$0] }.map { TokenID($0) }
        func eachToken(_ label: PhraseAutomaton.Label, _ body: (Int) -> Void) {
            if label == PhraseAutomaton.SpecialLabel.number {
                for token in numbers { body(Int(token)) }
            } else {
                for index in Int(labels.starts[Int(label)])..<Int(labels.starts[Int(label) + 1]) { body(Int(labels.tokens[index])) }
            }
        }
        for position in chosen { eachToken(positions[Int(position)].label) { starts[$0 + 1] += 1 } }
        for token in 0..<compiler.vocabularyCount { starts[token + 1] += starts[token] }
        var next = starts
        var keys = [Key](repeating: Key(before: [], after: [], position: 0), count: Int(starts[compiler.vocabularyCount]))
        for position in chosen {
            let place = positions[Int(position)]
            let all: TokenKinds = [.words, .softBorder, .colon, .hardBorder]
            let key = Key(
                before: place.traits.contains(.isFirst) ? all : Self.kinds(leaders, position, positions),
                after: place.traits.contains(.isLast) ? all : Self.kinds(followers, position, positions),
                position: position)
            eachToken(place.label) {
                keys[Int(next[$0])] = key
                next[$0] += 1
            }
        }
        self.starts = starts
        self.keys = keys
    }

    private static func kinds(_ lists: PositionLists, _ position: Int32, _ positions: [PhraseAutomaton.Position]) -> TokenKinds {
        lists.list(position).reduce(into: []) { $0.formUnion(positions[Int(lists.members[$1])].kinds) }
    }

    /// How often the tokens of each label are to be expected: each position names all of its tokens equally often.
    private static func costs(_ compiler: PhraseCompiler, _ labels: LabelTable) -> [Float] {
        var named = [Float](repeating: 0, count: labels.count)
        for position in compiler.positions { named[Int(position.label)] += 1 }
        var uses = [Float](repeating: 0.1, count: compiler.vocabularyCount)
        let first = Int(PhraseAutomaton.SpecialLabel.first)
        for label in first..<labels.count {
            let range = Int(labels.starts[label])..<Int(labels.starts[label + 1])
            let share = named[label] / Float(max(1, range.count))
            for index in range { uses[Int(labels.tokens[index])] += share }
        }
        var costs = [Float](repeating: .infinity, count: labels.count)
        costs[Int(PhraseAutomaton.SpecialLabel.number)] = 1_000
        for label in first..<labels.count {
            let range = Int(labels.starts[label])..<Int(labels.starts[label + 1])
            costs[label] = range.reduce(0) { $0 + uses[Int(labels.tokens[$1])] }
        }
        return costs
    }

    /// Works through the plans of all phrases.
    private struct Choice {
        let plan: [PhraseCompiler.PlanStep]
        let costs: [Float]
        let positions: [PhraseAutomaton.Position]
        private var chosen: [Int32] = []
        /// Candidates that wait for their phrase to end: what each costs and where its positions begin in `chosen`.
        private var waiting: [(cost: Float, start: Int)] = []

        init(_ plan: [PhraseCompiler.PlanStep], costs: [Float], positions: [PhraseAutomaton.Position]) {
            self.plan = plan
            self.costs = costs
            self.positions = positions
        }

        mutating func keys() -> [Int32] {
            for step in plan {
                switch step {
                case .position(let position):
                    waiting.append((costs[Int(positions[Int(position)].label)], chosen.count))
                    chosen.append(position)
                case .mayBeMissing:
                    guard let top = waiting.last else { continue }
                    chosen.removeSubrange(top.start...)
                    waiting[waiting.count - 1].cost = .infinity
                case .all(let count): keepCheapest(Int(count))
                case .any(let count):
                    let parts = waiting.suffix(Int(count))
                    let whole = (parts.reduce(0) { $0 + $1.cost }, parts.first?.start ?? chosen.count)
                    waiting.removeLast(Int(count))
                    waiting.append(whole)
                case .phraseEnd: waiting.removeAll(keepingCapacity: true)
                }
            }
            return chosen
        }

        private mutating func keepCheapest(_ count: Int) {
            let first = waiting.count - count
            var best = first
            for index in first..<waiting.count where waiting[index].cost < waiting[best].cost { best = index }
            guard count > 0 else {
                waiting.append((.infinity, chosen.count))
                return
            }
            let (cost, start) = waiting[best]
            let end = best + 1 < waiting.count ? waiting[best + 1].start : chosen.count
            chosen.removeSubrange(end...)
            chosen.removeSubrange(waiting[first].start..<start)
            waiting[first].cost = cost
            waiting.removeLast(count - 1)
        }
    }
}
