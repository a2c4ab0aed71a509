import Signals

/// Which rule a concept, a reading or a measure belongs to; positions in the policy's rules.
struct RuleIndex: Sendable {
    var position: [String: Int] = [:]
    var flags: [Concept: [Int]] = [:]
    var limits: [Concept: [(rule: Int, limit: ReadingLimit)]] = [:]
    var trends: [String: Int] = [:]
    var recoveries: [String: Int] = [:]
    var patterns: [(rule: Int, pattern: Pattern)] = []
    /// Positions in `patterns` and of the sign in it.
    var signs: [Concept: [(pattern: Int, sign: Int)]] = [:]
    var absences: [Concept: [Int]] = [:]
    var silence: (rule: Int, silence: Silence)?
    /// Names the patterns and their signs: states of another shape are fitted anew.
    var shape: UInt64 = 0xcbf2_9ce4_8422_2325

    init(_ rules: [AlertRule]) {
        for (rule, words) in rules.enumerated() {
            position[words.id] = rule
            switch words.condition {
            case .redFlag(let flag):
                for concept in flag.any { flags[concept, default: []].append(rule) }
                for limit in flag.readings { limits[limit.reading, default: []].append((rule, limit)) }
            case .trend(let trend): trends[trend.measure] = rule
            case .recovery(let recovery): recoveries[recovery.measure] = rule
            case .pattern(let pattern): add(pattern, rule: rule, id: words.id)
            case .silence(let silence): self.silence = (rule, silence)
            }
        }
    }

    private mutating func add(_ pattern: Pattern, rule: Int, id: String) {
        for (sign, part) in pattern.signs.enumerated() {
            for concept in part.any { signs[concept, default: []].append((patterns.count, sign)) }
        }
        for concept in pattern.absent { absences[concept, default: []].append(patterns.count) }
        patterns.append((rule, pattern))
        shape = StableHash(shape).adding("\(id):\(pattern.signs.count)").value
    }
}
