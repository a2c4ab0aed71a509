package import Reports

/// One run as the store remembers it.
package struct RunRecord: Hashable, Sendable {
    package var number: Int64
    package var inputs: [String]
    package var rulebook: String
    /// By the clock of the machine; nothing else depends on it.
    package var started: Instant
    /// Nil while it goes on, or when it was cut short.
    package var finished: Instant?
    package var counts: IntakeCounts
    /// Of those accepted, how many came too late to be scored.
    package var tooLate: Int
    /// Begun before and not finished then.
    package var wasCutShort = false
}
