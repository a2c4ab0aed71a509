/// The last note of each of the client's latest carers, to know a copy by.
struct RecentNotes: Hashable, Sendable {
    struct Note: Hashable, Sendable {
        var carer: String
        var hash: UInt64
    }

    /// The newest last; at most six carers.
    private(set) var notes: [Note] = []

    init(notes: [Note] = []) { self.notes = notes }

    /// Word for word the same carer's last note, or the client's last note by anyone.
    func isCopy(_ visit: VisitFindings, _ catalogue: MeasureCatalogue) -> Bool {
        guard visit.noteLength >= catalogue.writtenNote else { return false }
        if notes.last?.hash == visit.noteHash { return true }
        return notes.contains { $0.carer == visit.carer ?? "" && $0.hash == visit.noteHash }
    }

    mutating func remember(_ visit: VisitFindings) {
        let carer = visit.carer ?? ""
        notes.removeAll { $0.carer == carer }
        notes.append(Note(carer: carer, hash: visit.noteHash))
        if notes.count > 6 { notes.removeFirst() }
    }
}
