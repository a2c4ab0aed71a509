import Alerts
package import Reports

/// One client's visits, alerts and trends, newest first.
package struct ClientStory: Hashable, Sendable {
    package var client: Caseload.Client
    package var asOf: LocalTime
    package var open: [AlertCard]
    package var closed: [AlertCard]
    package var charts: [Chart]
    package var visits: [Visit]

    /// A visit and what its note says.
    package struct Visit: Hashable, Sendable {
        package var report: String
        package var time: LocalTime
        package var carer: String?
        package var findings: [Finding]
        /// Filed after the lateness limit: shown, not scored.
        package var isTooLate: Bool
    }

    /// One signal in the words of the note.
    package struct Finding: Hashable, Sendable {
        package var concept: String
        package var assertion: String
        package var text: String

        package init(concept: String, assertion: String, text: String) {
            self.concept = concept
            self.assertion = assertion
            self.text = text
        }
    }

    /// A visit as the pipeline knows it, before dates are made local.
    package struct VisitMaterial: Hashable, Sendable {
        package var report: String
        package var time: Instant
        package var carer: String?
        package var findings: [Finding]
        package var isTooLate: Bool

        package init(report: String, time: Instant, carer: String? = nil, findings: [Finding], isTooLate: Bool = false) {
            self.report = report
            self.time = time
            self.carer = carer
            self.findings = findings
            self.isTooLate = isTooLate
        }
    }

    /// `material` holds the client's alerts, open and closed, and charts; alerts of other clients are left out.
    package init(of client: Caseload.Client, visits: [VisitMaterial], in material: DigestMaterial) {
        self.client = client
        asOf = material.local(material.asOf)
        let cards = material.alerts.filter { $0.client == client.id }.map { alert in
            AlertCard(alert, news: AlertNews(standing: alert), in: material)
        }
        open = cards.filter { $0.alert.status.isOpen }.sorted(by: ReaderBudget.precedes)
        closed = cards.filter { !$0.alert.status.isOpen }.sorted {
            ($0.alert.opened, $0.alert.id) > ($1.alert.opened, $1.alert.id)
        }
        charts = (material.charts[client.id] ?? []).compactMap { Chart($0, in: material) }
        self.visits = visits.sorted { ($0.time, $0.report) > ($1.time, $1.report) }.map { visit in
            Visit(
                report: visit.report, time: material.local(visit.time), carer: visit.carer, findings: visit.findings,
                isTooLate: visit.isTooLate)
        }
    }
}
