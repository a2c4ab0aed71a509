import Alerts
package import Casebook
package import Digests
import Foundation
import Reports
package import Rulebook
import Trends

/// Goes through all clients for what belongs into a plan review; as of the newest visit in the store.
package struct Reviewing {
    private let book: Casebook
    private let rulebook: Rulebook

    package init(book: Casebook, rulebook: Rulebook) {
        self.book = book
        self.rulebook = rulebook
    }

    package func review() throws -> PlanReview {
        let asOf = try book.newestVisit() ?? Instant(seconds: 0)
        var clients: [(client: String, weekly: WeeklyTallies)] = []
        for name in try book.clientNames() {
            guard let record = try book.clients([name]).first, let history = try? ClientHistory(decoding: record.history),
                history.fits(rulebook.policy)
            else { continue }
            clients.append((name, history.weekly))
        }
        return PlanReview(asOf: local(asOf), outbreaks: outbreaks(clients, asOf), levels: levels(clients))
    }

    private func levels(_ clients: [(client: String, weekly: WeeklyTallies)]) -> [PlanReview.Level] {
        guard let rule = rulebook.policy.catalogue.review else { return [] }
        var levels: [PlanReview.Level] = []
        for (client, weekly) in clients {
            for (index, measure) in rulebook.policy.catalogue.measures.enumerated() where measure.rise == .worse {
                let (bad, all) = weekly.total(of: index)
                guard all >= rule.after, Chance.above(1 / rule.oneIn, bad: bad, of: all) >= rule.sure else { continue }
                let known = rulebook.agency.client(client)
                levels.append(PlanReview.Level(client: known, title: measure.title, bad: bad, of: all))
            }
        }
        return levels
    }

    /// In the week of `asOf` or the one before it.
    private func outbreaks(_ clients: [(client: String, weekly: WeeklyTallies)], _ asOf: Instant) -> [PlanReview.Outbreak] {
        guard let rule = rulebook.policy.catalogue.review else { return [] }
        return rule.spreading.compactMap { id -> PlanReview.Outbreak? in
            guard let position = rulebook.policy.plan.position[id] else { return nil }
            let weeks = clients.map { (client: $0.client, weeks: $0.weekly.weeks(of: position, until: asOf)) }
            let title = rulebook.policy.catalogue.measures[position].title
            for week in [WeeklyTallies.weeks - 1, WeeklyTallies.weeks - 2] {
                if let found = outbreak(title, weeks, week, rule) { return found }
            }
            return nil
        }
    }

    private func outbreak(
        _ title: String, _ clients: [(client: String, weeks: [WeeklyTallies.Week])], _ week: Int, _ rule: ReviewRule
    ) -> PlanReview.Outbreak? {
        let earlier = clients.flatMap { $0.weeks.prefix(WeeklyTallies.weeks - 2) }.filter { $0.opportunities > 0 }
        let usual = Double(earlier.count { $0.bad > 0 } + 1) / Double(earlier.count + 10)
        let seen = clients.filter { $0.weeks[week].opportunities > 0 }
        let ill = seen.filter { $0.weeks[week].bad > 0 }
        guard ill.count >= 3, let start = seen.first?.weeks[week].start,
            Chance.atLeast(ill.count, of: seen.count, chance: usual) * rule.weeks <= 1
        else { return nil }
        return PlanReview.Outbreak(
            title: title, week: local(start), clients: ill.map { rulebook.agency.client($0.client) }, of: seen.count,
            usual: usual * Double(seen.count))
    }

    private func local(_ instant: Instant) -> LocalTime {
        let zone = TimeZone(identifier: rulebook.agency.timeZone) ?? .gmt
        return LocalTime(
            instant, offset: zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds))))
    }
}
