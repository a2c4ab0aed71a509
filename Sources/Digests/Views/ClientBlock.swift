package import Alerts

/// One client's part of a digest.
package struct ClientBlock: Hashable, Sendable {
    package var client: Caseload.Client
    /// To be read in full, most pressing first.
    package var cards: [AlertCard]
    /// Of the same client: below the reader's line, unchanged, or ended; one line each.
    package var brief: [AlertCard]

    /// The most pressing severity among the cards.
    package var severity: Severity? { cards.map(\.alert.severity).min() }
}
