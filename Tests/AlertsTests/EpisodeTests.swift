import Alerts
import Reports
import Testing
import Trends

struct EpisodeTests {
    @Test func `a fall told again by the next carers is one alert`() throws {
        let alerts = everyAlert(
            Sample.quiet(0..<10) + [
                Sample.visit(10, ["mobility.fall"], carer: "W1"), Sample.visit(10.4, ["mobility.fall"], carer: "W2"),
                Sample.visit(11, ["mobility.fall"], carer: "W3"),
            ])
        let fall = try #require(alerts.first)
        #expect(alerts.count == 1)
        #expect(fall.kind == .redFlag)
        #expect(fall.opened == Sample.monday.adding(days: 10))
        #expect(fall.updated == Sample.monday.adding(days: 11))
        #expect(fall.evidence.map(\.report) == ["r10.0", "r10.4", "r11.0"])
        #expect(fall.why == "Fell: “mobility.fall”, told at 3 visits.")
    }

    @Test func `another fall after the first is known is another alert`() {
        let alerts = everyAlert(
            [Sample.visit(0, ["mobility.fall"])] + Sample.quiet(1..<5) + [Sample.visit(5, ["mobility.fall"])])
        #expect(alerts.map(\.rule) == ["fall", "fall"])
        #expect(alerts[0].closed == alerts[1].opened)
    }

    @Test func `a red flag closes by itself at a later visit`() {
        let alerts = everyAlert([Sample.visit(0, ["mobility.fall"])] + Sample.quiet(1..<20))
        #expect(alerts.count == 1)
        #expect(alerts[0].closed == Sample.monday.adding(days: 7))
        #expect(alerts[0].status == .closed)
    }

    @Test func `a reading at its limit is a red flag and one above is not`() {
        #expect(everyAlert([Sample.visit(0, ["reading.oxygen=91"])]).map(\.rule) == ["low-oxygen"])
        #expect(everyAlert([Sample.visit(0, ["reading.oxygen=94"])]).isEmpty)
    }

    @Test func `a rise against the client's own usual level opens one alert that explains itself`() throws {
        let rise = Sample.twiceDaily(60..<80, morning: ("medication.refused", 2), evening: ("medication.refused", 3))
        let alerts = everyAlert(Sample.quiet(0..<60, saying: ["medication.taken"]) + rise)
        let alert = try #require(alerts.first)
        #expect(alerts.map(\.rule) == ["medication-rising"])
        #expect(alert.opened < Sample.monday.adding(days: 68))
        #expect(alert.severity == .high)
        #expect(alert.why.contains("signs of medication"))
        #expect(alert.why.contains("By 2 carers."))
        #expect(!alert.evidence.isEmpty && alert.evidence.allSatisfy { $0.concept == "medication.refused" })
        #expect(alert.onset == Sample.monday.adding(days: 60))
        #expect(alert.proposals == [Proposal(change: "review", title: "Review")])
    }

    @Test func `a rise that has passed closes and a new one is a new episode`() {
        let bad = (60..<70).map { Sample.visit(Double($0), ["medication.refused"]) }
        let again = (130..<140).map { Sample.visit(Double($0), ["medication.refused"]) }
        let alerts = everyAlert(Sample.quiet(0..<60) + bad + Sample.quiet(70..<130) + again)
        #expect(alerts.map(\.rule) == ["medication-rising", "medication-rising"])
        #expect(alerts[0].status == .closed && alerts[1].status == .open)
        #expect(alerts[0].id != alerts[1].id)
    }

    @Test func `copied notes and empty ones are no observations`() {
        let copies = (60..<80).map {
            Sample.visit(Double($0), ["medication.refused"], note: "She would not have her tablets again.")
        }
        #expect(everyAlert(Sample.quiet(0..<60) + copies).isEmpty)
        let usual = Sample.history(Sample.quiet(0..<5))
        var silent = usual
        _ = silent.add(Sample.visit(5, [], note: "ok"), policy: Sample.policy)
        _ = silent.add(Sample.visit(5.4, [], note: ""), policy: Sample.policy)
        #expect(silent.alerts(policy: Sample.policy) == usual.alerts(policy: Sample.policy))
    }

    @Test func `several small changes together are one decline`() {
        let signs = ["mobility.worse", "nutrition.poor", "cognition.confused", "mood.low"]
        let worse = (60..<100).map { Sample.visit(Double($0), [signs[$0 % 4]]) }
        let alerts = everyAlert(Sample.quiet(0..<60) + worse)
        #expect(alerts.first?.domain == "decline")
    }

    @Test func `one measure that brings the composite's evidence gives the alert its name`() {
        let worse = (60..<80).map { Sample.visit(Double($0), $0 % 2 == 0 ? ["mobility.worse"] : []) }
        #expect(Set(everyAlert(Sample.quiet(0..<60) + worse).map(\.domain)) == ["mobility"])
    }
}
