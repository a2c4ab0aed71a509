package import Alerts
import Reports

/// One alert as every face of the program shows it.
package struct AlertCard: Hashable, Sendable {
    package var alert: Alert
    package var news: AlertNews
    package var opened: LocalTime
    package var updated: LocalTime
    package var closed: LocalTime?
    /// Whole days from opening to the as-of date, on the wall calendar.
    package var daysOpen: Int
    package var quotes: [SourcedQuote]
    package var chart: Chart?
    package var proposals: [ProposedChange]

    /// Words of a note with the visit they come from.
    package struct SourcedQuote: Hashable, Sendable {
        package var quote: Quote
        package var time: LocalTime?
        package var carer: String?
    }

    /// A proposal with the day on which its effect would be looked at, if it were decided today.
    package struct ProposedChange: Hashable, Sendable {
        package var proposal: Proposal
        package var review: LocalTime
        package var success: String?

        /// Days until the review of a change that the rulebook does not name.
        static let usualReview = 14.0
    }
}

extension AlertCard {
    package init(_ alert: Alert, news: AlertNews, in material: DigestMaterial) {
        let asOf = material.local(material.asOf)
        self.alert = alert
        self.news = news
        opened = material.local(alert.opened)
        updated = material.local(alert.updated)
        closed = alert.closed.map(material.local)
        daysOpen = max(0, asOf.dayNumber - opened.dayNumber)
        quotes = alert.evidence.map { quote in
            let visit = material.visits[quote.report]
            return SourcedQuote(quote: quote, time: visit.map { material.local($0.time) }, carer: visit?.carer)
        }
        let series = alert.measure.flatMap { measure in
            material.charts[alert.client]?.first { $0.measure == measure }
        }
        chart = series.flatMap { Chart($0, in: material) }
        proposals = alert.proposals.map { proposal in
            let change = material.planChanges[proposal.change]
            return ProposedChange(
                proposal: proposal,
                review: material.local(material.asOf.adding(days: change?.reviewAfter ?? ProposedChange.usualReview)),
                success: change?.success)
        }
    }
}
