import Alerts
import Digests
import Reports

/// A coordinator's Monday: every section of a digest has something in it.
enum Sample {
    static let asOf = at(3, 2, 20, 30)
    static let since = at(3, 1, 20, 30)

    static func at(_ month: Int, _ day: Int, _ hour: Int = 8, _ minute: Int = 0) -> Instant {
        .utc(year: 2026, month: month, day: day, hour: hour, minute: minute)
    }

    static let caseload = Caseload(
        coordinator: "amira.khan", name: "Amira Khan", branch: "Northside", agency: "Willow Home Care",
        clients: (101...124).map { Caseload.Client(id: "C\($0)", displayName: names[$0]) })

    static let names = [101: "Mrs J", 102: "Mr O", 103: "Mrs B", 104: "Miss T", 105: "Mr D", 106: "Mrs W"]

    static var material: DigestMaterial {
        var material = DigestMaterial(alerts: alerts, asOf: asOf, since: since, localOffset: { _ in 0 })
        material.visits = [
            "r1": QuotedVisit(time: at(3, 2, 8, 35), carer: "W7"), "r2": QuotedVisit(time: at(3, 1, 18, 10), carer: "W12"),
            "r3": QuotedVisit(time: at(2, 27, 8, 30), carer: "W7"), "r4": QuotedVisit(time: at(3, 2, 12, 40), carer: "W3"),
            "r5": QuotedVisit(time: at(2, 25, 9, 5)), "r6": QuotedVisit(time: at(3, 2, 9, 15), carer: "W9"),
        ]
        material.charts = [
            "C101": [series("medication.not-taken", "medicine not taken", usual: 1.0 / 30, [0, 1, 0, 0, 1, 0, 0, 2, 3, 6])],
            "C103": [series("nutrition", "ate little", usual: 0.12, [1, 2, nil, 1, 0, 2, 3, 4, 5, 6])],
            "C106": [series("mobility.recovery", "needed help to walk", usual: 0.7, [9, 10, 10, 9, 8, 6, 4, 3, 1, 0])],
        ]
        let changes = [
            PlanChange(
                id: "medication-review", title: "Medication review", reviewAfter: 14,
                success: "Doses not taken are back to the usual level"),
            PlanChange(id: "falls-review", title: "Falls review", reviewAfter: 7, success: "No fall or near-fall since"),
            PlanChange(id: "gp-today", title: "GP", reviewAfter: 1, success: "Cause found and mind back to usual"),
            PlanChange(id: "step-down", title: "Step down", reviewAfter: 28, success: "Still safe with less help"),
        ]
        material.planChanges = Dictionary(uniqueKeysWithValues: changes.map { ($0.id, $0) })
        material.putAside = [
            PutAsideLine(place: "visits.csv:118", reason: "no client"),
            PutAsideLine(place: "visits.csv", reason: "start is not a date", count: 3),
        ]
        material.counts = RunCounts(read: 212, accepted: 204, duplicate: 3, corrected: 1, putAside: 4, tooLate: 2)
        material.reportCounts = Dictionary(uniqueKeysWithValues: (101...122).map { ("C\($0)", 4) })
        return material
    }

    static func series(_ measure: String, _ title: String, usual: Double, _ bad: [Int?]) -> ChartSeries {
        let points = bad.enumerated().map { week, count in
            ChartSeries.Week(
                start: at(12, 29, 0).adding(days: Double(week * 7) - 365), bad: count ?? 0,
                opportunities: count == nil ? 0 : 14)
        }
        return ChartSeries(measure: measure, title: title, points: points, usualRate: usual, alarms: [at(3, 1, 18, 10)])
    }

    static func alert(
        _ id: String, _ client: String, _ kind: AlertKind, _ severity: Severity, _ title: String, why: String = "",
        opened: Instant = at(3, 2), updated: Instant? = nil, status: AlertStatus = .open, quotes: [Quote] = [],
        proposals: [Proposal] = [], measure: String? = nil, domain: String = "mobility"
    ) -> Alert {
        Alert(
            id: id, client: client, rule: "rule-\(domain)", kind: kind, domain: domain, severity: severity, status: status,
            opened: opened, updated: updated ?? opened, closed: status == .closed ? updated : nil, title: title, why: why,
            evidence: quotes, proposals: proposals, rulebook: "sha256:5d41402abc4b2a76b9719d911017c592", measure: measure,
            onset: kind == .trend ? at(2, 16) : nil)
    }

    static func quote(_ report: String, _ text: String, _ concept: String) -> Quote {
        Quote(report: report, start: 0, end: text.utf8.count, text: text, concept: concept)
    }
}
