/// How often words are to be expected in texts: as in the examples, and a little as the phrases name them.
struct WordRates: Sendable {
    /// By token.
    let rates: [Float]
    /// By label: the sum over its tokens.
    let labelRates: [Float]
    /// By label: its most frequent token.
    let leading: [TokenID]

    init(_ compiler: PhraseCompiler, _ labels: LabelTable, examples: [Int]) {
        var named = [Float](repeating: 0, count: labels.count)
        for position in compiler.positions { named[Int(position.label)] += 1 }
        let exampleShare = 1 / Float(max(1, examples.reduce(0, +)))
        var rates = examples.map { Float($0) * exampleShare + 1e-6 }
        // A chunk is much rarer than the rarest of its words.
        for chunk in compiler.chunks.words { rates.append(0.05 * (chunk.map { rates[Int($0)] }.min() ?? 0)) }
        let phraseShare = 0.2 / Float(max(1, compiler.positions.count))
        for label in Int(PhraseAutomaton.SpecialLabel.number)..<labels.count {
            var size: Float = 0
            labels.eachToken(of: UInt32(label)) { _ in size += 1 }
            let share = named[label] * phraseShare / max(1, size)
            labels.eachToken(of: UInt32(label)) { rates[Int($0)] += share }
        }
        var labelRates = [Float](repeating: .infinity, count: labels.count)
        var leading = [TokenID](repeating: .unknown, count: labels.count)
        for label in Int(PhraseAutomaton.SpecialLabel.number)..<labels.count {
            var (sum, best): (Float, Float) = (0, -1)
            labels.eachToken(of: UInt32(label)) { token in
                let rate = rates[Int(token)]
                sum += rate
                if rate > best { (best, leading[label]) = (rate, token) }
            }
            labelRates[label] = sum
        }
        self.rates = rates
        self.labelRates = labelRates
        self.leading = leading
    }
}
