import Alerts
import Reports
import Testing
import Trends

/// The same set of reports gives the same alerts and the same state, byte for byte.
struct OneAnswerTests {
    private struct Lottery {
        private var state: UInt64

        init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

        mutating func below(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
    }

    private func year(_ lottery: inout Lottery) -> [VisitFindings] {
        let concepts = [
            "medication.refused", "mobility.worse", "nutrition.poor", "cognition.confused", "mood.low",
            "continence.urine-change", "mobility.fall", "emergency.hospital", "selfcare.better", "mood.good",
        ]
        return (0..<240).map { index in
            let isLate = index > 150
            let said = concepts.filter { _ in lottery.below(isLate ? 6 : 25) == 0 }
            return Sample.visit(
                Double(index) * 0.5, said, id: "r\(index)", carer: "W\(lottery.below(4))",
                received: Sample.monday.adding(days: Double(index) * 0.5))
        }
    }

    /// An earlier version of the same report, received before it and saying something else.
    private func draft(of visit: VisitFindings) -> VisitFindings {
        var draft = Sample.visit(0, ["mobility.fall", "mood.low"], id: visit.report)
        draft.time = visit.time
        draft.start = visit.start
        draft.received = visit.received?.adding(days: -0.01)
        return draft
    }

    /// Delays each visit by up to so many arrivals, within the lateness limit.
    private func shuffled(_ visits: [VisitFindings], _ lottery: inout Lottery, by most: Int = 24) -> [VisitFindings] {
        var keyed: [(arrival: Int, visit: VisitFindings)] = []
        for (index, visit) in visits.enumerated() { keyed.append((index + lottery.below(most), visit)) }
        return keyed.sorted { ($0.arrival, $0.visit.report) < ($1.arrival, $1.visit.report) }.map(\.visit)
    }

    @Test(arguments: 1...6)
    func `orders, duplicates, corrections and splits change nothing`(seed: Int) throws {
        var lottery = Lottery(seed: UInt64(seed))
        let visits = year(&lottery)
        let plain = Sample.history(visits)
        var history = ClientHistory(client: "C1", policy: Sample.policy)
        for visit in shuffled(visits, &lottery) {
            if lottery.below(8) == 0 {
                _ = history.add(draft(of: visit), policy: Sample.policy)
            }
            _ = history.add(visit, policy: Sample.policy)
            if lottery.below(6) == 0 { #expect(history.add(visit, policy: Sample.policy) != .scored) }
            if lottery.below(3) == 0 { history = try ClientHistory(decoding: history.encoded()) }
        }
        let areAlertsEqual = history.alerts(policy: Sample.policy) == plain.alerts(policy: Sample.policy)
        let areStatesEqual = history.encoded() == plain.encoded()
        #expect(areAlertsEqual)
        #expect(areStatesEqual)
    }

    /// One year, a visit every third day, handed over in two hundred ways.
    @Test func `two hundred orders, duplications and corrections of one year give the same bytes`() throws {
        var lottery = Lottery(seed: 77)
        let concepts = ["medication.refused", "mobility.worse", "nutrition.poor", "mood.low", "mobility.fall", "care.away"]
        let visits = (0..<120).map { index in
            Sample.visit(
                Double(index) * 3, concepts.filter { _ in lottery.below(index > 80 ? 3 : 20) == 0 }, id: "r\(index)",
                carer: "W\(lottery.below(4))", received: Sample.monday.adding(days: Double(index) * 3))
        }
        let plain = Sample.history(visits)
        let (alerts, bytes) = (plain.alerts(policy: Sample.policy), plain.encoded())
        var different = 0
        for _ in 0..<200 {
            var history = ClientHistory(client: "C1", policy: Sample.policy)
            for visit in shuffled(visits, &lottery, by: 4) {
                if lottery.below(8) == 0 { _ = history.add(draft(of: visit), policy: Sample.policy) }
                _ = history.add(visit, policy: Sample.policy)
                if lottery.below(6) == 0 { _ = history.add(visit, policy: Sample.policy) }
                if lottery.below(20) == 0 { history = try ClientHistory(decoding: history.encoded()) }
            }
            if history.encoded() != bytes || history.alerts(policy: Sample.policy) != alerts { different += 1 }
        }
        #expect(different == 0)
    }

    @Test(arguments: 1...4)
    func `folding from the beginning ends in the same state and tells the same alerts`(seed: Int) throws {
        var lottery = Lottery(seed: UInt64(seed) + 200)
        let visits = year(&lottery)
        let newest = try #require(visits.last?.time)
        var atOnce = ClientHistory(client: "C1", policy: Sample.policy)
        for visit in visits { atOnce.addNext(visit, newest: newest, policy: Sample.policy) }
        var oneByOne = ClientHistory(client: "C1", policy: Sample.policy)
        for visit in visits { _ = oneByOne.add(visit, policy: Sample.policy) }
        let areStatesEqual = atOnce.encoded() == oneByOne.encoded()
        let areChangesEqual = atOnce.takeChanges(policy: Sample.policy) == oneByOne.takeChanges(policy: Sample.policy)
        #expect(areStatesEqual)
        #expect(areChangesEqual)
    }

    @Test(arguments: 1...4)
    func `what was reported of alerts adds up to the same list in any order`(seed: Int) {
        var lottery = Lottery(seed: UInt64(seed) + 100)
        let visits = year(&lottery)
        let plain = listed(visits, every: 1)
        #expect(!plain.isEmpty)
        let inBatches = listed(visits, every: 7) == plain
        let inDisorder = listed(shuffled(visits, &lottery), every: 5) == plain
        let atOnce = listed(shuffled(visits, &lottery), every: 1_000) == plain
        #expect(inBatches)
        #expect(inDisorder)
        #expect(atOnce)
    }

    /// The list a casebook would hold, withdrawn alerts left out.
    private func listed(_ visits: [VisitFindings], every: Int) -> [String] {
        var history = ClientHistory(client: "C1", policy: Sample.policy)
        var alerts: [String: Alert] = [:]
        for (index, visit) in visits.enumerated() {
            _ = history.add(visit, policy: Sample.policy)
            guard index % every == every - 1 || index == visits.count - 1 else { continue }
            for change in history.takeChanges(policy: Sample.policy) {
                switch change {
                case .opened(let alert), .updated(let alert), .closed(let alert): alerts[alert.id] = alert
                case .withdrawn(let alert, _): alerts[alert.id] = nil
                }
            }
        }
        return alerts.values.map(\.ndjsonLine).sorted()
    }

    @Test func `a correction that takes the ground withdraws the alert with its reason`() throws {
        var history = Sample.history([Sample.visit(0, ["mobility.fall"], id: "r1")])
        _ = history.takeChanges(policy: Sample.policy)
        #expect(history.add(Sample.visit(0, [], id: "r1"), policy: Sample.policy) == .corrected)
        let changes = history.takeChanges(policy: Sample.policy)
        guard case .withdrawn(let alert, let reason) = try #require(changes.first) else {
            Issue.record("expected a withdrawal")
            return
        }
        #expect(alert.status == .withdrawn)
        #expect(reason == "A report it rested on was corrected.")
        #expect(history.alerts(policy: Sample.policy).isEmpty)
    }

    @Test func `what comes after the lateness limit is not scored`() {
        var history = Sample.history(Sample.quiet(0..<30))
        let bytes = history.encoded()
        #expect(history.add(Sample.visit(2.2, ["mobility.fall"]), policy: Sample.policy) == .tooLate)
        #expect(history.encoded() == bytes)
        #expect(history.add(Sample.visit(20.2, ["mobility.fall"]), policy: Sample.policy) == .scored)
        #expect(history.alerts(policy: Sample.policy).map(\.rule) == ["fall"])
    }

    @Test func `damaged states are refused, never trapped on`() throws {
        var lottery = Lottery(seed: 5)
        let bytes = Sample.history(Array(year(&lottery).prefix(60))).encoded()
        for length in stride(from: 0, to: bytes.count, by: 17) {
            #expect(throws: StateDamage.self) { try ClientHistory(decoding: Array(bytes[..<length])) }
        }
        for _ in 0..<400 {
            var broken = bytes
            broken[lottery.below(broken.count)] = UInt8(lottery.below(256))
            if var history = try? ClientHistory(decoding: broken), history.fits(Sample.policy) {
                _ = history.alerts(policy: Sample.policy)
                _ = history.add(Sample.visit(200, []), policy: Sample.policy)
            }
        }
    }
}
