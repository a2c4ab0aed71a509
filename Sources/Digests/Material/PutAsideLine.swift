/// Records that could not be read: where they stand and why, never what they say.
package struct PutAsideLine: Hashable, Sendable {
    /// File and line, e.g. `visits.csv:118`.
    package var place: String
    package var reason: String
    /// How many records share place and reason.
    package var count: Int

    package init(place: String, reason: String, count: Int = 1) {
        self.place = place
        self.reason = reason
        self.count = count
    }
}
