/// Where one record ends; lengths count from where it begins.
struct RecordCut {
    /// The record without its line end.
    var length: Int
    /// To the beginning of the next record.
    var next: Int
    /// Line ends between this record's beginning and the next one's.
    var lines: Int
    var outcome = Outcome.record

    enum Outcome {
        case record
        /// Nothing but space between records.
        case blank
        case refused(Rejection)
    }
}
