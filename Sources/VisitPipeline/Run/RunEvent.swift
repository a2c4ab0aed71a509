package import Reports

/// What a run tells while it goes on.
package enum RunEvent: Sendable {
    /// A run that was cut short is taken up again.
    case resumed
    /// The rulebook has changed: so many of so many clients were read anew.
    case rereading(clients: Int, of: Int)
    /// Bytes of the inputs as they lie in the files.
    case read(bytes: Int, counts: IntakeCounts)
    /// Reports came out of order: so many of so many clients were folded anew.
    case refolding(clients: Int, of: Int)
}

/// What a run did.
package struct RunSummary: Sendable {
    package var counts = IntakeCounts()
    /// Of those accepted, came too late to be scored.
    package var tooLate = 0
    package var opened = 0
    package var updated = 0
    package var closed = 0
    package var withdrawn = 0
    /// Of the records put aside, those that did not wait in the store before.
    package var newlyPutAside = 0
    /// Clients read anew because the rulebook has changed.
    package var reread = 0

    /// The store is as it was before.
    package var changedNothing: Bool {
        counts.accepted + counts.corrected + newlyPutAside + reread + opened + updated + closed + withdrawn == 0
    }

    package init() {}
}
