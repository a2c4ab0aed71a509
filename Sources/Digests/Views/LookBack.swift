import Alerts
import Reports

/// What a stretch of time told of one client: what the notes said, what fired, what nearly fired, and what has changed.
package struct LookBack: Hashable, Sendable {
    /// A measure that came near an alert.
    package struct Near: Hashable, Sendable {
        package var title: String
        /// Of the evidence that an alert takes; below 1.
        package var share: Double
        package var bad: Int
        package var of: Int
        package var since: LocalTime
        package var usual: Double

        package init(title: String, share: Double, bad: Int, of: Int, since: LocalTime, usual: Double) {
            self.title = title
            self.share = share
            self.bad = bad
            self.of = of
            self.since = since
            self.usual = usual
        }
    }

    /// How often a measure was bad in the stretch, and in as long a time before it.
    package struct Change: Hashable, Sendable {
        package var title: String
        package var bad: Int
        package var of: Int
        package var badBefore: Int
        package var ofBefore: Int

        package init(title: String, bad: Int, of: Int, badBefore: Int, ofBefore: Int) {
            self.title = title
            self.bad = bad
            self.of = of
            self.badBefore = badBefore
            self.ofBefore = ofBefore
        }
    }

    package var client: Caseload.Client
    package var from: LocalTime
    package var until: LocalTime
    /// What happened at the end of the stretch; nil where it was asked for by its days.
    package var event: AlertCard?
    package var fired: [AlertCard]
    package var near: [Near]
    package var changes: [Change]
    /// Those that told of something, newest first.
    package var visits: [ClientStory.Visit]

    /// `story` holds the visits of the stretch; alerts opened in it, but for the event, fired.
    package init(
        _ story: ClientStory, from: LocalTime, until: LocalTime, event: String?, near: [Near], changes: [Change]
    ) {
        client = story.client
        self.from = from
        self.until = until
        let cards = story.open + story.closed
        self.event = cards.first { $0.alert.id == event }
        fired = cards.filter { $0.alert.id != event && (from.instant...until.instant).contains($0.alert.opened) }
            .sorted { ($0.alert.opened, $0.alert.id) < ($1.alert.opened, $1.alert.id) }
        self.near = near
        self.changes = changes
        visits = story.visits.filter { (from.instant...until.instant).contains($0.time.instant) && !$0.findings.isEmpty }
    }
}
