import Alerts
import Reports
import Testing
import Trends

struct PatternsAndLeaveTests {
    @Test func `new confusion with urinary signs is a pattern where the client never had them`() throws {
        let days =
            Sample.quiet(0..<90) + [
                Sample.visit(90, ["cognition.confused"]), Sample.visit(90.4, ["continence.urine-change"]),
                Sample.visit(91, ["cognition.confused"]), Sample.visit(91.4, ["continence.urine-change"]),
            ]
        let alert = try #require(everyAlert(days).first)
        #expect(alert.kind == .pattern)
        #expect(alert.severity == .urgent)
        #expect(
            alert.why
                == "confusion (once, usually 1 visit in 269), urine (once, usually 1 visit in 269) within 72 hours")
    }

    @Test func `the same signs in a client who always has them are no pattern`() {
        let days = Sample.twiceDaily(
            0..<90, morning: ("cognition.confused", 3), evening: ("continence.urine-change", 4))
        #expect(!everyAlert(days).contains { $0.kind == .pattern && $0.opened > Sample.monday.adding(days: 30) })
    }

    @Test func `hospital stops the clock and coming home keeps the usual level`() {
        let before = Sample.quiet(0..<60) + [Sample.visit(60, ["emergency.hospital"])]
        var history = Sample.history(before)
        #expect(history.awaySince == Sample.monday.adding(days: 60))
        #expect(history.silenceDue(policy: Sample.policy) == Sample.monday.adding(days: 102))
        #expect(history.silence(asOf: Sample.monday.adding(days: 90), policy: Sample.policy) == nil)
        _ = history.add(Sample.visit(90, ["care.discharged"]), policy: Sample.policy)
        #expect(history.awaySince == nil)
        #expect(!history.alerts(policy: Sample.policy).contains { $0.kind == .silence })
    }

    @Test func `silence is judged by the client's own rhythm and kept when the next visit comes`() throws {
        var history = Sample.history(Sample.quiet(0..<20))
        let due = try #require(history.silenceDue(policy: Sample.policy))
        #expect(history.silence(asOf: due.adding(days: -0.1), policy: Sample.policy) == nil)
        let silence = try #require(history.silence(asOf: due.adding(days: 1), policy: Sample.policy))
        #expect(silence.opened == due)
        #expect(silence.why.hasPrefix("No report since 21 Mar 2026, usually"))
        _ = history.add(Sample.visit(26, []), policy: Sample.policy)
        let kept = try #require(history.alerts(policy: Sample.policy).first)
        #expect(kept.id == silence.id)
        #expect(kept.closed == Sample.monday.adding(days: 26))
    }

    @Test func `a client who gets better is proposed for less help`() {
        let low = Sample.twiceDaily(0..<90, morning: ("mood.low", 1), evening: ("mood.good", 1))
        let alerts = everyAlert(low + Sample.quiet(90..<130, saying: ["mood.good"]))
        #expect(alerts.filter { $0.opened >= Sample.monday.adding(days: 90) }.map(\.rule) == ["mood-easing"])
        let more = (60..<80).map { Sample.visit(Double($0), $0 % 2 == 0 ? ["selfcare.better"] : []) }
        #expect(everyAlert(Sample.quiet(0..<60) + more).map(\.kind) == [.recovery])
    }

    @Test func `loss of weight needs two readings`() {
        let steady = (0..<6).map { Sample.visit(Double($0) * 7, ["reading.weight=\(60 + Double($0 % 2) * 0.4)"]) }
        let slip = Sample.visit(42, ["reading.weight=50"])
        #expect(everyAlert(steady + [slip, Sample.visit(49, ["reading.weight=60.1"])]).isEmpty)
        let lost = everyAlert(steady + [Sample.visit(42, ["reading.weight=56.5"]), Sample.visit(49, ["reading.weight=56"])])
        #expect(lost.map(\.rule) == ["weight-loss"])
        #expect(lost.first?.why == "56.5 kg, 6.5 % below 60.4")
    }
}
