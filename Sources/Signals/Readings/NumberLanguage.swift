/// The words around measured values that belong to no reading alone.
package struct NumberLanguage: Hashable, Sendable {
    package enum Role: String, Hashable, Sendable, CaseIterable {
        case hundred, point, half, over, and
        /// May stand between a label and its number, or between a number and its unit.
        case filler
        case beforeUnit = "before-unit"
        /// Behind a number: it counts something else.
        case counted
        /// Directly before a number: what it was before.
        case old
        /// Old when the new value stands in the same sentence.
        case was
        /// With a word of `past-time` behind it: a time before the last visit.
        case pastLead = "past-lead"
        case pastTime = "past-time"
        case past
        /// Before a number in its clause: a plan or an instruction.
        case condition
        /// Directly before a number: a limit.
        case limit
        /// A second measurement of the same.
        case again
        case of, out, to, container, times, at, minute
        /// A border as dictated: "comma".
        case stop
    }

    /// 0 to 90 as spoken.
    package var numbers: [String: Int] = [:]
    package var words: [Role: [String]] = [:]

    package init() {}
}
