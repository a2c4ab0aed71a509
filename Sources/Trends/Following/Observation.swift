/// What one visit says of one measure.
package struct Observation: Hashable, Sendable {
    /// 0 is fine; above are the grades.
    package var category: Int
    /// The finding that makes the category; nil for what follows from times or from silence.
    package var finding: Int?
}
