import Alerts
package import Casebook
package import Digests
import Foundation
package import Reports
package import Rulebook
import Signals
import Trends

/// Looks back over the days before an event, or since a day.
package struct LookingBack {
    private let book: Casebook
    private let rulebook: Rulebook
    private let making: DigestMaking

    package init(book: Casebook, rulebook: Rulebook, asOf: Instant? = nil) throws {
        self.book = book
        self.rulebook = rulebook
        making = try DigestMaking(book: book, rulebook: rulebook, asOf: asOf)
    }

    /// The `days` before the client's last red flag, or else before the end; nil when the store knows no such client.
    package func beforeLastEvent(of client: String, days: Double) async throws -> LookBack? {
        guard let story = try await making.clientStory(client) else { return nil }
        let flags = (story.open + story.closed).filter { $0.alert.kind == .redFlag && $0.alert.status != .withdrawn }
        let event = flags.max { ($0.alert.opened, $0.alert.id) < ($1.alert.opened, $1.alert.id) }
        let until = event?.alert.opened ?? making.asOf
        return try look(story, from: until.adding(days: -days), until: until, event: event?.alert.id)
    }

    /// From `since` to the end; nil when the store knows no such client.
    package func since(_ since: Instant, of client: String) async throws -> LookBack? {
        guard let story = try await making.clientStory(client) else { return nil }
        return try look(story, from: since, until: making.asOf, event: nil)
    }

    private func look(_ story: ClientStory, from: Instant, until: Instant, event: String?) throws -> LookBack {
        var watch = Watch(from: from, until: until, policy: rulebook.policy)
        for filed in try book.reports(of: story.client.id, from: Instant(seconds: .min), through: until)
        where filed.scoring == .scored { watch.add(VisitFindings(filed.report, filed.signals)) }
        var story = story
        for index in story.visits.indices { story.visits[index].findings.removeAll { !isWorse($0) } }
        return LookBack(
            story, from: local(from), until: local(until), event: event, near: watch.near(title: title, local: local),
            changes: watch.changes(title: title))
    }

    private func isWorse(_ finding: ClientStory.Finding) -> Bool {
        let counts = finding.assertion == Assertion.present.rawValue || finding.assertion == Assertion.possible.rawValue
        return counts && rulebook.catalogue[Concept(finding.concept)]?.direction != .better
    }

    private func local(_ instant: Instant) -> LocalTime {
        let zone = TimeZone(identifier: rulebook.agency.timeZone) ?? .gmt
        return LocalTime(
            instant, offset: zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds))))
    }

    private func title(_ measure: String) -> String {
        let catalogue = rulebook.policy.catalogue
        let own = catalogue.measures.first { $0.id == measure }?.title
        return own ?? (catalogue.composite?.id == measure ? catalogue.composite?.title : nil) ?? measure
    }
}

/// Follows a client and keeps what the stretch brought.
private struct Watch {
    private let from: Instant
    private let until: Instant
    private let policy: AlertPolicy
    private var trends: ClientTrends
    private var nearest: [String: Nearness] = [:]
    private var raised: Set<String> = []
    private var inside: [(bad: Int, of: Int)]
    private var before: [(bad: Int, of: Int)]

    init(from: Instant, until: Instant, policy: AlertPolicy) {
        self.from = from
        self.until = until
        self.policy = policy
        trends = ClientTrends(policy.plan)
        inside = Array(repeating: (0, 0), count: policy.catalogue.measures.count)
        before = inside
    }

    mutating func add(_ visit: VisitFindings) {
        let observed = trends.observe(visit, policy.plan, .none)
        let earlier = Instant(seconds: from.seconds - (until.seconds - from.seconds))
        for (index, observation) in observed.observations.enumerated() where visit.time >= earlier {
            guard let observation else { continue }
            let bad = observation.category > 0 ? 1 : 0
            if visit.time >= from {
                inside[index] = (inside[index].bad + bad, inside[index].of + 1)
            } else {
                before[index] = (before[index].bad + bad, before[index].of + 1)
            }
        }
        guard visit.time >= from else { return }
        raised.formUnion(observed.alarms.map(\.measure))
        for near in trends.nearness(policy.plan) where near.share > nearest[near.measure]?.share ?? 0 {
            nearest[near.measure] = near
        }
    }

    /// At least a hundredth of the way: what stays below is chance's daily bread.
    func near(title: (String) -> String, local: (Instant) -> LocalTime) -> [LookBack.Near] {
        nearest.values.filter { $0.share >= 0.01 && !raised.contains($0.measure) }
            .sorted { ($1.share, $0.measure) < ($0.share, $1.measure) }.prefix(8)
            .map { near in
                LookBack.Near(
                    title: title(near.measure), share: min(near.share, 1), bad: near.bad, of: near.of,
                    since: local(near.since), usual: near.usual)
            }
    }

    /// Measures that were bad clearly more often than before, the greatest difference first.
    func changes(title: (String) -> String) -> [LookBack.Change] {
        let all = policy.catalogue.measures.enumerated().filter { $0.element.rise == .worse }.map { index, measure in
            LookBack.Change(
                title: title(measure.id), bad: inside[index].bad, of: inside[index].of, badBefore: before[index].bad,
                ofBefore: before[index].of)
        }
        return all.filter { $0.bad >= 2 && $0.rise > 0.05 }
            .sorted { ($1.rise, $0.title) < ($0.rise, $1.title) }
    }
}

extension LookBack.Change {
    fileprivate var rise: Double { Double(bad) / Double(max(1, of)) - Double(badBefore) / Double(max(1, ofBefore)) }
}
