import Alerts
import Digests
import Reports
import Testing

struct DigestBuilderTests {
    private let clients = (1...30).map { Caseload.Client(id: "C\($0)") }

    private func digest(_ alerts: [Alert], since: Instant? = nil, seen: [String: SeenAlert]? = nil, budget: Int = 8) -> Digest {
        let material = DigestMaterial(alerts: alerts, asOf: Sample.asOf, since: since, seen: seen)
        return DigestBuilder(for: Caseload(coordinator: "a", name: "A", clients: clients), of: material, budget: budget).digest()
    }

    private func alert(
        _ number: Int, _ severity: Severity, _ kind: AlertKind = .trend, client: Int? = nil, opened: Instant = Sample.at(3, 2),
        status: AlertStatus = .open, updated: Instant? = nil
    ) -> Alert {
        Sample.alert(
            "a_\(number)", "C\(client ?? number)", kind, severity, "t\(number)", opened: opened, updated: updated,
            status: status)
    }

    @Test func `a client has one block, placed by the most pressing alert`() {
        let digest = digest([alert(1, .low), alert(2, .urgent, client: 1), alert(3, .medium, client: 1)])
        #expect(digest.today.map(\.client.id) == ["C1"])
        #expect(digest.today.first?.cards.map(\.alert.severity) == [.urgent, .medium, .low])
        #expect(digest.thisWeek.isEmpty && digest.nextReview.isEmpty)
    }

    @Test func `beyond the reader's budget alerts are told in a line, red flags and urgent ones never`() {
        let flags = (1...9).map { alert($0, .medium, .redFlag) }
        let digest = digest(flags + [alert(10, .high), alert(11, .urgent)], budget: 8)
        let full = (digest.today + digest.thisWeek).flatMap(\.cards).map(\.alert.id)
        #expect(Set(full) == Set((1...9).map { "a_\($0)" } + ["a_11"]))
        #expect(digest.belowLine.map(\.card.alert.id) == ["a_10"])
        #expect(digest.summary.belowLine == 1)
    }

    @Test func `at equal severity more reports and then the longer wait come first`() {
        var witnessed = alert(3, .high)
        witnessed.evidence = [Sample.quote("x", "a", "b"), Sample.quote("y", "a", "b")]
        let digest = digest([alert(1, .high), alert(2, .high, opened: Sample.at(2, 1)), witnessed])
        #expect(digest.today.map(\.client.id) == ["C3", "C2", "C1"])
    }

    @Test func `what the last digest showed is news only when it got worse, eased or has more reports`() {
        let old = Sample.at(2, 20)
        let alerts = [
            alert(1, .high, opened: old), alert(2, .high, opened: old), alert(3, .high, opened: old, updated: Sample.asOf),
        ]
        let seen = [
            "a_1": SeenAlert(alerts[0]), "a_2": SeenAlert(updated: old, severity: .low, status: .open),
            "a_3": SeenAlert(updated: old, severity: .high, status: .open),
        ]
        let digest = digest(alerts, seen: seen)
        #expect(digest.waiting.map(\.card.alert.id) == ["a_1"])
        let news = Dictionary(uniqueKeysWithValues: digest.today.flatMap(\.cards).map { ($0.alert.id, $0.news) })
        #expect(news == ["a_2": .worse(was: .low), "a_3": .moreEvidence])
    }

    @Test func `a withdrawn alert is told only to those who saw it`() {
        let alerts = [alert(1, .high, status: .withdrawn), alert(2, .high, status: .withdrawn)]
        let digest = digest(
            alerts, since: Sample.since, seen: ["a_1": SeenAlert(updated: Sample.since, severity: .high, status: .open)])
        #expect(digest.ended.map(\.card.alert.id) == ["a_1"])
        #expect(digest.nothingNew.contains { $0.id == "C2" })
    }

    @Test func `a snoozed alert sleeps unless it turns urgent`() {
        let old = SeenAlert(updated: Sample.at(2, 1), severity: .medium, status: .snoozed)
        let alerts = [alert(1, .high, status: .snoozed), alert(2, .urgent, status: .snoozed)]
        let digest = digest(alerts, seen: ["a_1": old, "a_2": old])
        #expect(digest.unchanged.map(\.card.alert.id) == ["a_1"])
        #expect(digest.today.map(\.client.id) == ["C2"])
    }

    @Test func `every client is told of exactly once, and the order of the input does not matter`() {
        var generator = SeededGenerator(state: 7)
        for _ in 0..<50 {
            let alerts = (0..<60).map { number in
                alert(
                    number, Severity.allCases.randomElement(using: &generator) ?? .low,
                    AlertKind.allCases.randomElement(using: &generator) ?? .trend,
                    client: Int.random(in: 1...30, using: &generator),
                    opened: Sample.at(2, Int.random(in: 1...28, using: &generator)),
                    status: AlertStatus.allCases.randomElement(using: &generator) ?? .open)
            }
            let one = digest(alerts, since: Sample.at(2, 14))
            #expect(one == digest(alerts.shuffled(using: &generator), since: Sample.at(2, 14)))
            let blocks = (one.today + one.thisWeek + one.nextReview + one.improving).map(\.client.id)
            let lines = (one.waiting + one.belowLine + one.unchanged + one.ended).map(\.client.id)
            #expect(Set(blocks).count == blocks.count)
            #expect(Set(blocks + lines + one.nothingNew.map(\.id)) == Set(clients.map(\.id)))
            #expect(Set(blocks).isDisjoint(with: lines) && Set(lines).isDisjoint(with: one.nothingNew.map(\.id)))
            let told = (one.today + one.thisWeek + one.nextReview + one.improving).flatMap { $0.cards + $0.brief }
            let open = alerts.filter { [.open, .acknowledged, .snoozed].contains($0.status) }.map(\.id)
            let all = Set(told.map(\.alert.id) + (one.waiting + one.belowLine + one.unchanged).map(\.card.alert.id))
            #expect(all.isSuperset(of: open))
        }
    }
}

struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
