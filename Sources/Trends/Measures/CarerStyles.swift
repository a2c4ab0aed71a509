/// How each carer tells, against the others: log-odds per measure, from visits before the month less the lateness horizon.
package struct CarerStyles: Hashable, Sendable {
    /// By carer, then by measure id.
    package var offsets: [String: [String: Double]]

    package static let none = CarerStyles()

    package init(offsets: [String: [String: Double]] = [:]) { self.offsets = offsets }

    func offset(of carer: String?, measure: String) -> Double {
        guard !offsets.isEmpty, let carer else { return 0 }
        return offsets[carer]?[measure] ?? 0
    }
}
