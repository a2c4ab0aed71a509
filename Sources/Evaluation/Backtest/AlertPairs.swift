import Alerts
import Reports

/// Which alerts of two rulebooks are the same episode: of one client and rule, open at the same time or begun within four weeks
/// of each other; the nearest first, each once.
struct AlertPairs {
    private(set) var both: [Backtest.Pair] = []
    private(set) var oldAlone: [Alert] = []
    private(set) var newAlone: [Alert] = []

    private static let reach = 28.0

    private struct Key: Hashable {
        var client: String
        var rule: String
    }

    init(old: [Alert], new: [Alert], asOf: Instant) {
        let before = Dictionary(grouping: old) { Key(client: $0.client, rule: $0.rule) }
        let after = Dictionary(grouping: new) { Key(client: $0.client, rule: $0.rule) }
        for key in Set(before.keys).union(after.keys) { pair(before[key] ?? [], after[key] ?? [], asOf) }
        both.sort { ($0.new.opened, $0.new.id) < ($1.new.opened, $1.new.id) }
        oldAlone.sort { ($0.opened, $0.id) < ($1.opened, $1.id) }
        newAlone.sort { ($0.opened, $0.id) < ($1.opened, $1.id) }
    }

    private mutating func pair(_ old: [Alert], _ new: [Alert], _ asOf: Instant) {
        var freeOld = Set(old.indices)
        var freeNew = Set(new.indices)
        var candidates: [(days: Double, old: Int, new: Int)] = []
        for (i, a) in old.enumerated() {
            for (j, b) in new.enumerated() {
                let days = abs(a.opened.days(since: b.opened))
                let overlap = a.opened <= b.closed ?? asOf && b.opened <= a.closed ?? asOf
                if overlap || days <= Self.reach { candidates.append((days, i, j)) }
            }
        }
        for (_, i, j) in candidates.sorted(by: { $0 < $1 }) where freeOld.contains(i) && freeNew.contains(j) {
            freeOld.remove(i)
            freeNew.remove(j)
            both.append(Backtest.Pair(old: old[i], new: new[j]))
        }
        oldAlone += freeOld.map { old[$0] }
        newAlone += freeNew.map { new[$0] }
    }
}
