import Reports
import Signals
import Trends

extension ClientState {
    /// Signs together within a window, where chance would not bring them so often in this client.
    mutating func raisePatterns(_ turn: Turn) {
        guard !turn.observed.witness.isCopy else { return }
        for pattern in hear(turn) {
            let (rule, condition) = turn.policy.index.patterns[pattern]
            raise(turn.policy.rules[rule], condition, pattern, turn)
        }
    }

    /// Notes every sign; gives the patterns that a sign of this visit belongs to, in their order.
    private mutating func hear(_ turn: Turn) -> [Int] {
        let index = turn.policy.index
        var touched: [Int] = []
        for finding in turn.visit.findings where finding.counts {
            for pattern in index.absences[finding.concept] ?? [] { patterns[pattern].lastAbsence = turn.time }
            for (pattern, sign) in index.signs[finding.concept] ?? [] {
                let condition = index.patterns[pattern].pattern
                for part in patterns[pattern].signs.indices {
                    patterns[pattern].signs[part].forget(before: turn.time.adding(days: -condition.within))
                }
                patterns[pattern].signs[sign].add(Telling(turn.visit, finding), apart: condition.signs[sign].apart)
                if !touched.contains(pattern) { touched.append(pattern) }
            }
        }
        return touched.sorted()
    }

    private mutating func raise(_ rule: AlertRule, _ pattern: Pattern, _ position: Int, _ turn: Turn) {
        let state = patterns[position]
        if let known = open(rule.id) {
            let told = state.signs.flatMap(\.hits).filter { $0.report == turn.visit.report }
            if !told.isEmpty { episodes[known].hear(told, at: turn.time) }
            return
        }
        guard !turn.isQuiet(rule), let perYear = chance(of: pattern, state, turn.policy), perYear <= turn.policy.patternBudget
        else {
            return
        }
        let told = state.signs.flatMap(\.hits).sorted { ($0.time, $0.report, $0.start) < ($1.time, $1.report, $1.start) }
        if let known = openTrend(of: pattern.covers, turn.policy) {
            episodes[known].raise(to: rule.severity)
            episodes[known].fold(rule.id)
            episodes[known].hear(told, at: turn.time)
            return
        }
        var episode = turn.episode(rule)
        episode.numbers.counts = state.signs.map(\.hits.count)
        episode.numbers.usualRates = usualRates(of: pattern, state, turn.policy)
        episode.numbers.years = perYear > 0 ? 1 / perYear : 1_000
        episode.numbers.onset = told.first?.time
        episode.hear(told, at: turn.time)
        episode.visits = Set(told.map(\.report)).count
        episodes.append(episode)
    }

    /// How often a year chance alone would bring the pattern's signs so close; nil where it is not complete.
    private func chance(of pattern: Pattern, _ state: PatternState, _ policy: AlertPolicy) -> Double? {
        if let absence = state.lastAbsence, let last = rhythm.last, last.days(since: absence) <= pattern.within { return nil }
        let kinds = kinds(of: pattern, state, policy)
        var signs: [(kinds: [(chance: Double, weight: Double)], count: Int)] = []
        for (position, part) in pattern.signs.enumerated() where state.signs[position].hits.count >= part.atLeast {
            signs.append((kinds[position], state.signs[position].hits.count))
        }
        guard signs.count >= pattern.leastSigns ?? pattern.signs.count else { return nil }
        return Chance.perYear(
            of: signs, visits: visitsWithin(pattern, state), visitsPerYear: rhythm.visitsPerDay * 365)
    }

    /// By sign, how often a visit tells it.
    private func usualRates(of pattern: Pattern, _ state: PatternState, _ policy: AlertPolicy) -> [Double] {
        kinds(of: pattern, state, policy).map { kinds in kinds.reduce(0) { $0 + $1.weight * $1.chance } }
    }

    /// By sign, how often a visit tells it outside the window; the prior of a sign is worth 50 visits, like a measure's.
    private func kinds(
        of pattern: Pattern, _ state: PatternState, _ policy: AlertPolicy
    ) -> [[(chance: Double, weight: Double)]] {
        let earlier = max(0, ordinaryVisits - visitsWithin(pattern, state))
        return zip(state.signs, pattern.signs).map { sign, part in
            let seen = max(0, sign.seen - sign.hits.count)
            return Chance.kinds(
                seen: seen, of: max(earlier, seen), usual: 1 / part.oneIn, worth: 50, policy.catalogue.chronic)
        }
    }

    private func visitsWithin(_ pattern: Pattern, _ state: PatternState) -> Int {
        let most = state.signs.map(\.hits.count).max() ?? 0
        return max(Int((rhythm.visitsPerDay * pattern.within).rounded(.up)), most, 1)
    }

    /// The open trend alert of one of the measures.
    private func openTrend(of measures: [String], _ policy: AlertPolicy) -> Int? {
        measures.lazy.compactMap { policy.index.trends[$0] }.compactMap { open(policy.rules[$0].id) }.first
    }
}
