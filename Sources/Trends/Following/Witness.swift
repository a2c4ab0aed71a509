import Signals

/// What a visit's report can bear witness to.
package struct Witness: Hashable, Sendable {
    /// The client was there.
    package var isSeen = true
    /// The note says more than boilerplate.
    package var isWritten: Bool
    /// It repeats an earlier note word for word.
    package var isCopy: Bool
    /// The client goes away, or is away.
    package var leaves = false
    /// The client has come home.
    package var returns = false
    /// The client is to go away, or visits are to stop.
    package var announcesLeave = false

    init(_ visit: VisitFindings, _ catalogue: MeasureCatalogue, isCopy: Bool) {
        isWritten = visit.noteLength >= catalogue.writtenNote
        self.isCopy = isCopy
        for finding in visit.findings where finding.counts {
            if catalogue.notSeen.contains(finding.concept) { isSeen = false }
            if finding.assertion == .present, catalogue.leave.starts.contains(finding.concept) { leaves = true }
            if catalogue.leave.announced.contains(finding.concept) { announcesLeave = true }
            if catalogue.leave.ends.contains(finding.concept) { returns = true }
        }
        if returns { leaves = false }
    }

    /// Fit to count as an ordinary observation of what it does not name.
    package var isOrdinary: Bool { isSeen && isWritten && !isCopy }
}
