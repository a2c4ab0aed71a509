/// What became of a visit that was handed to the fold.
package enum AddOutcome: Hashable, Sendable {
    /// It is in the history.
    case scored
    /// It replaced an earlier version of the same report.
    case corrected
    /// The history has it already, or a version received later.
    case known
    /// It came later than the lateness limit: to be filed, not scored.
    case tooLate
}
