/// An alert that is told in one line, with its client.
package struct ClientLine: Hashable, Sendable {
    package var client: Caseload.Client
    package var card: AlertCard
}
