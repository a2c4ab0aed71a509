/// What became of the records of a run: read = accepted + duplicate + corrected + put aside.
package struct RunCounts: Hashable, Sendable {
    package var read: Int
    package var accepted: Int
    package var duplicate: Int
    package var corrected: Int
    package var putAside: Int
    /// Accepted, but past the lateness limit: filed and not scored.
    package var tooLate: Int

    package init(read: Int, accepted: Int, duplicate: Int = 0, corrected: Int = 0, putAside: Int = 0, tooLate: Int = 0) {
        self.read = read
        self.accepted = accepted
        self.duplicate = duplicate
        self.corrected = corrected
        self.putAside = putAside
        self.tooLate = tooLate
    }
}
