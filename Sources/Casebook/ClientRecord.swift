package import Reports

/// One client's state in the store.
package struct ClientRecord: Hashable, Sendable {
    package var client: String
    /// The encoded history.
    package var history: [UInt8]
    /// The newest scored visit.
    package var newest: Instant?
    /// When silence becomes an alert, unless a report comes first.
    package var silenceDue: Instant?
    /// Hash of the rulebook that the history was folded with.
    package var rulebook: String
    /// The run that touched the client last, and the newest visit known when that run began: what lateness is judged by.
    package var baseRun: Int64
    package var baseNewest: Instant?
    /// Reports were filed behind the history's back: it must be folded anew from them.
    package var needsRefold: Bool

    package init(
        client: String, history: [UInt8], newest: Instant?, silenceDue: Instant?, rulebook: String, baseRun: Int64,
        baseNewest: Instant?, needsRefold: Bool
    ) {
        self.client = client
        self.history = history
        self.newest = newest
        self.silenceDue = silenceDue
        self.rulebook = rulebook
        self.baseRun = baseRun
        self.baseNewest = baseNewest
        self.needsRefold = needsRefold
    }
}
