package import Reports

/// When and by whom a quoted report was written.
package struct QuotedVisit: Hashable, Sendable {
    package var time: Instant
    package var carer: String?

    package init(time: Instant, carer: String? = nil) {
        self.time = time
        self.carer = carer
    }
}
