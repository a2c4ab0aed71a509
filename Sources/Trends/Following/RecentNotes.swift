/// The client's latest notes, to know a copy by.
struct RecentNotes: Hashable, Sendable {
    struct Note: Hashable, Sendable {
        var carer: String
        var hash: UInt64
    }

    /// Each carer's last; the newest last; at most six carers.
    private(set) var notes: [Note] = []
    /// Of notes too long to be written twice by chance, the latest twelve different ones; the newest last.
    private(set) var long: [UInt64] = []

    init(notes: [Note] = [], long: [UInt64] = []) {
        self.notes = notes
        self.long = long
    }

    /// Word for word the same carer's last note, the client's last note by anyone, or any of the latest long ones.
    func isCopy(_ visit: VisitFindings, _ catalogue: MeasureCatalogue) -> Bool {
        guard visit.noteLength >= catalogue.writtenNote else { return false }
        if notes.last?.hash == visit.noteHash { return true }
        if visit.noteLength >= catalogue.copiedNote, long.contains(visit.noteHash) { return true }
        return notes.contains { $0.carer == visit.carer ?? "" && $0.hash == visit.noteHash }
    }

    mutating func remember(_ visit: VisitFindings, _ catalogue: MeasureCatalogue) {
        let carer = visit.carer ?? ""
        notes.removeAll { $0.carer == carer }
        notes.append(Note(carer: carer, hash: visit.noteHash))
        if notes.count > 6 { notes.removeFirst() }
        guard visit.noteLength >= catalogue.copiedNote else { return }
        long.removeAll { $0 == visit.noteHash }
        long.append(visit.noteHash)
        if long.count > 12 { long.removeFirst() }
    }
}
