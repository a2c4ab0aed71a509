/// Chooses the key positions of all phrases, and what else their matches need, from the compiler's plan.
struct KeyChoice {
    /// A key position; `first` and `second` name the rarest parts beside it that every match through it holds.
    struct Chosen: BitwiseCopyable {
        var position: Int32
        var first = Need.nothing
        var second = Need.nothing
    }

    /// A part of a phrase, told by the most frequent of its tokens.
    struct Need: BitwiseCopyable {
        var rate: Float
        var leading: TokenID

        static let nothing = Need(rate: .infinity, leading: .unknown)
    }

    /// A label that serves a need.
    struct Service: BitwiseCopyable {
        var leading: TokenID
        var label: PhraseAutomaton.Label
    }

    private let plan: [PhraseCompiler.PlanStep]
    private let words: WordRates
    private let positions: [PhraseAutomaton.Position]
    private(set) var needs: [Service] = []
    private var chosen: [Chosen] = []
    /// Parts that wait for their phrase to end: how often each is to be expected, and where its positions begin in `chosen`.
    private var waiting: [(rate: Float, start: Int)] = []

    init(_ plan: [PhraseCompiler.PlanStep], words: WordRates, positions: [PhraseAutomaton.Position]) {
        self.plan = plan
        self.words = words
        self.positions = positions
    }

    mutating func keys() -> [Chosen] {
        for step in plan {
            switch step {
            case .position(let position):
                waiting.append((words.labelRates[Int(positions[Int(position)].label)], chosen.count))
                chosen.append(Chosen(position: position))
            case .mayBeMissing:
                guard let top = waiting.last else { continue }
                chosen.removeLast(chosen.count - top.start)
                waiting[waiting.count - 1].rate = .infinity
            case .all(let count): keepRarest(Int(count))
            case .any(let count):
                let parts = waiting.suffix(Int(count))
                let whole = (parts.reduce(0) { $0 + $1.rate }, parts.first?.start ?? chosen.count)
                waiting.removeLast(Int(count))
                waiting.append(whole)
            case .phraseEnd: waiting.removeAll(keepingCapacity: true)
            }
        }
        return chosen
    }

    private mutating func keepRarest(_ count: Int) {
        let first = waiting.count - count
        guard count > 1 else {
            if count == 0 { waiting.append((.infinity, chosen.count)) }
            return
        }
        var best = first
        for index in first..<waiting.count where waiting[index].rate < waiting[best].rate { best = index }
        let kept = range(of: best)
        for index in first..<waiting.count where index != best && waiting[index].rate < .infinity {
            let need = need(range(of: index), rate: waiting[index].rate)
            for key in kept { chosen[key].add(need) }
        }
        let start = waiting[first].start
        for offset in 0..<kept.count { chosen[start + offset] = chosen[kept.lowerBound + offset] }
        chosen.removeLast(chosen.count - start - kept.count)
        waiting[first].rate = waiting[best].rate
        waiting.removeLast(count - 1)
    }

    private func range(of part: Int) -> Range<Int> {
        waiting[part].start..<(part + 1 < waiting.count ? waiting[part + 1].start : chosen.count)
    }

    private mutating func need(_ part: Range<Int>, rate: Float) -> Need {
        var need = Need(rate: rate, leading: .unknown)
        var best: Float = -1
        for index in part {
            let token = words.leading[Int(positions[Int(chosen[index].position)].label)]
            if words.rates[Int(token)] > best { (best, need.leading) = (words.rates[Int(token)], token) }
        }
        for index in part {
            needs.append(Service(leading: need.leading, label: positions[Int(chosen[index].position)].label))
        }
        return need
    }
}

extension KeyChoice.Chosen {
    mutating func add(_ need: KeyChoice.Need) {
        if need.rate < first.rate {
            (first, second) = (need, first)
        } else if need.rate < second.rate {
            second = need
        }
    }
}

/// The marks by which texts show what keys need: one for each leading token that many keys need, the rest share some.
struct KeyNeeds {
    private(set) var marks: [TokenMarks]
    private var markOfLeading: [UInt8]
    /// The last marks are shared.
    private static let own = 192

    init(_ services: [KeyChoice.Service], _ chosen: [KeyChoice.Chosen], labels: LabelTable, tokens: Int) {
        var uses = [Int32](repeating: 0, count: tokens)
        for key in chosen {
            if key.first.rate < .infinity { uses[Int(key.first.leading)] += 1 }
            if key.second.rate < .infinity { uses[Int(key.second.leading)] += 1 }
        }
        let needed = uses.indices.filter { uses[$0] > 0 }.sorted { (uses[$0], $1) > (uses[$1], $0) }
        markOfLeading = [UInt8](repeating: TokenMarks.always, count: tokens)
        for (rank, token) in needed.enumerated() {
            markOfLeading[token] =
                rank < Self.own - 1 ? UInt8(rank + 1) : UInt8(Self.own + (rank - Self.own + 1) % (256 - Self.own))
        }
        marks = [TokenMarks](repeating: TokenMarks(), count: tokens)
        for service in services where uses[Int(service.leading)] > 0 {
            let mark = markOfLeading[Int(service.leading)]
            labels.eachToken(of: service.label) { marks[Int($0)].insert(mark) }
        }
    }

    func mark(of need: KeyChoice.Need) -> UInt8 {
        need.rate < .infinity ? markOfLeading[Int(need.leading)] : TokenMarks.always
    }
}
