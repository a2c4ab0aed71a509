package import Alerts
package import Reports
package import Rulebook

/// What a rulebook would have done, against another one, over the last days.
package struct Backtest: Sendable {
    package let begin: Instant
    package let end: Instant
    /// Alerts that the newer rulebook raises and the older does not.
    package let appearing: [Alert]
    /// The other way round.
    package let vanishing: [Alert]
    /// Alerts of both.
    package let kept: [Pair]
    /// By alert of the older rulebook.
    package let decisions: [String: DecisionLog]
    private let agency: AgencySettings

    package struct Pair: Hashable, Sendable {
        package var old: Alert
        package var new: Alert
        /// Below zero: earlier than before.
        package var days: Double { new.opened.days(since: old.opened) }
        package var isMoved: Bool { abs(days) >= 0.5 }
    }

    package init(
        old: [Alert], new: [Alert], days: Double, asOf: Instant, decisions: [String: DecisionLog], agency: AgencySettings
    ) {
        end = asOf
        begin = asOf.adding(days: -days)
        self.decisions = decisions
        self.agency = agency
        let pairs = AlertPairs(old: old, new: new, asOf: asOf)
        let begin = begin
        func isIn(_ alert: Alert) -> Bool { alert.opened > begin && alert.opened <= asOf }
        appearing = pairs.newAlone.filter(isIn)
        vanishing = pairs.oldAlone.filter(isIn)
        kept = pairs.both.filter { isIn($0.old) || isIn($0.new) }
    }

    package var earlier: [Pair] { kept.filter { $0.isMoved && $0.days < 0 } }
    package var later: [Pair] { kept.filter { $0.isMoved && $0.days > 0 } }
    package var oldAlerts: [Alert] { (vanishing + kept.map(\.old)).filter { $0.opened > begin } }
    package var newAlerts: [Alert] { (appearing + kept.map(\.new)).filter { $0.opened > begin } }

    /// Whole days, at least one.
    package var dayCount: Int { max(1, Int(end.days(since: begin).rounded())) }

    /// Which day of the stretch an alert was raised on, from 0.
    package func day(of alert: Alert) -> Int { min(dayCount - 1, max(0, Int(alert.opened.days(since: begin)))) }

    /// How many alerts each coordinator gets, before and after.
    package var loads: [Load] {
        let before = Dictionary(grouping: oldAlerts) { coordinator(of: $0.client) }
        let after = Dictionary(grouping: newAlerts) { coordinator(of: $0.client) }
        return Set(before.keys).union(after.keys).sorted().map { name in
            Load(coordinator: name, before: daily(before[name] ?? []), after: daily(after[name] ?? []))
        }
    }

    /// Alerts a day.
    package struct Load: Hashable, Sendable {
        package var coordinator: String
        package var before: [Int]
        package var after: [Int]
    }

    package func daily(_ alerts: [Alert]) -> [Int] {
        var counts = [Int](repeating: 0, count: dayCount)
        for alert in alerts { counts[day(of: alert)] += 1 }
        return counts
    }

    private func coordinator(of client: String) -> String { agency.coordinator(of: client)?.name ?? "Nobody" }

    /// By rule, how many alerts before and after; rules whose number is the same are left out.
    package var rules: [(rule: String, before: Int, after: Int)] {
        let before = Dictionary(grouping: oldAlerts, by: \.rule).mapValues(\.count)
        let after = Dictionary(grouping: newAlerts, by: \.rule).mapValues(\.count)
        return Set(before.keys).union(after.keys).sorted().map { ($0, before[$0] ?? 0, after[$0] ?? 0) }
            .filter { $0.1 != $0.2 }
    }

    /// What becomes of alerts that people found right, or dismissed.
    package func effect(on verdict: Verdict) -> Effect {
        func has(_ alert: Alert) -> Bool { decisions[alert.id].map { Verdict($0) } == verdict }
        let pairs = kept.filter { has($0.old) }
        return Effect(
            all: pairs.count + vanishing.filter(has).count, kept: pairs.count,
            earlier: pairs.filter { $0.isMoved && $0.days < 0 }.count,
            later: pairs.filter { $0.isMoved && $0.days > 0 }.count)
    }

    package struct Effect: Hashable, Sendable {
        package var all: Int
        package var kept: Int
        package var earlier: Int
        package var later: Int
    }
}

/// What people made of an alert.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Acknowledged or resolved, and not dismissed.
    case confirmed
    case dismissed
    case unreviewed

    package init(_ log: DecisionLog) {
        let kinds = Set(log.standing.map(\.kind))
        self = log.dismissal != nil ? .dismissed : kinds.isDisjoint(with: [.acknowledge, .resolve]) ? .unreviewed : .confirmed
    }
}
