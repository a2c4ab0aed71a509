import Evaluation
import Foundation
import Reports
import Testing

struct ClientScoreTests {
    @Test func `an alert in the right domain between onset and thirty days after the end finds the change`() {
        for (day, isFound) in [(39.0, false), (40, true), (89, true), (91, false)] {
            let score = ClientScore(truths: [changed()], alerts: [alert("mobility", day: day)])
            #expect(score.changesFound == (isFound ? 1 : 0), "day \(day)")
        }
        let late = ClientScore(truths: [changed()], alerts: [alert("decline", day: 52)])
        #expect(late.delays == [12])
    }

    @Test func `before the onset and in controls every alert but a red flag is false`() {
        let alerts = [
            alert("mobility", day: 10), alert("mood", day: 20, kind: "pattern"), alert("mobility", day: 5, kind: "red-flag"),
            alert("mood", day: 70, client: "C2", kind: "recovery"),
        ]
        let score = ClientScore(truths: [changed(), control()], alerts: alerts)
        #expect(score.falseAlerts == 3)
        #expect(abs(score.quietYears - 140.0 / 365) < 1e-9)
        #expect(score.alerts == 4)
        #expect(score.unplannedRedFlags == 1)
    }

    @Test func `an alert of another domain while the change lasts is neither found nor false`() {
        let score = ClientScore(truths: [changed()], alerts: [alert("mood", day: 45), alert("mobility", day: 50)])
        #expect(score.falseAlerts == 0)
        #expect(score.wrongDomain == 1)
        #expect(score.wrongDomainShare == 0.5)
        #expect(score.delays == [10])
    }

    @Test func `recovery is found by a recovery alert only, and worsening by none`() {
        var better = changed()
        better.kind = "recovery"
        #expect(ClientScore(truths: [better], alerts: [alert("mobility", day: 45)]).changesFound == 0)
        #expect(ClientScore(truths: [better], alerts: [alert("mobility", day: 45, kind: "recovery")]).changesFound == 1)
        #expect(ClientScore(truths: [changed()], alerts: [alert("mobility", day: 45, kind: "recovery")]).changesFound == 0)
    }

    @Test func `a red flag is found when the alert quotes the report or is open at the visit`() {
        let flagged = control(redFlags: [
            flag(day: 30, report: "r30"), flag(day: 33, report: "r33"), flag(day: 80, report: "r80"),
        ])
        let alerts = [alert("mobility", day: 30, client: "C2", kind: "red-flag", closed: 40, reports: ["r30"])]
        let score = ClientScore(truths: [flagged], alerts: alerts)
        #expect(score.redFlagsFound == 2)
        #expect(score.verdicts.first?.missedRedFlags.map(\.report) == ["r80"])
    }

    @Test func `what follows a fall in its domain is explained by it and finds nothing else`() {
        var truth = changed()
        truth.redFlags = [flag(day: 20, report: "r20"), flag(day: 45, report: "r45")]
        let alerts = [
            alert("mobility", day: 25, kind: "pattern"), alert("mobility", day: 45, kind: "red-flag", reports: ["r45"]),
        ]
        let score = ClientScore(truths: [truth], alerts: alerts)
        #expect(score.falseAlerts == 0)
        #expect(score.changesFound == 0)
    }

    @Test func `a second alert of the same rule while the first is open is a duplicate, and a withdrawn one is nothing`() {
        var withdrawn = alert("mood", day: 47)
        withdrawn.status = "withdrawn"
        let alerts = [alert("mobility", day: 45, closed: 60), alert("mobility", day: 50), alert("mobility", day: 70), withdrawn]
        let score = ClientScore(truths: [changed()], alerts: alerts)
        #expect(score.duplicates == 2)
        #expect(score.alerts == 3)
        #expect(ClientScore(truths: [changed()], alerts: [alerts[0], alerts[2]]).duplicates == 0)
    }

    @Test func `alerts are read as they are listed, and scores are written as one object a line`() throws {
        let line = """
            {"alert":"a_1","client":"C1","rule":"x","kind":"trend","domain":"mobility","severity":"high","status":"open",\
            "opened":"2026-02-20T08:35:00Z","updated":"2026-02-20T08:35:00Z","closed":null,"title":"t","why":"w",\
            "evidence":[{"report":"r1","start":0,"end":4,"text":"fell","concept":"mobility.fall"}],"proposals":[],"rulebook":"sha256:0"}
            """
        let alerts = try AlertRecord.alerts(inNDJSON: Data(line.utf8))
        #expect(alerts.first?.reports == ["r1"])
        let score = ClientScore(truths: [changed(), control()], alerts: alerts)
        for line in score.ndjson.split(separator: "\n") { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        #expect(score.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    private static let start = Instant.utc(year: 2026, month: 1, day: 5)

    private func day(_ day: Double) -> Instant { Self.start.adding(days: day) }

    private func changed() -> ClientTruth {
        ClientTruth(
            client: "C1", scenario: "mobility-down", isControl: false, onset: day(40), end: day(60), domains: ["mobility"],
            kind: "trend", first: day(0), last: day(100), visits: 200)
    }

    private func control(redFlags: [ClientTruth.RedFlag] = []) -> ClientTruth {
        ClientTruth(
            client: "C2", scenario: "stable", isControl: true, onset: nil, end: nil, domains: [], kind: "none", first: day(0),
            last: day(100), visits: 100, redFlags: redFlags)
    }

    private func flag(day number: Double, report: String) -> ClientTruth.RedFlag {
        ClientTruth.RedFlag(report: report, time: day(number), concept: "mobility.fall")
    }

    private func alert(
        _ domain: String, day number: Double, client: String = "C1", kind: String = "trend", closed: Double? = nil,
        reports: [String] = []
    ) -> AlertRecord {
        AlertRecord(
            id: "a_\(client)\(domain)\(number)", client: client, rule: domain + kind, kind: kind, domain: domain,
            opened: day(number), closed: closed.map(day), reports: reports)
    }
}
