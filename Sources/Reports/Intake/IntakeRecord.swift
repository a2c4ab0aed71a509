/// What became of one record of the input.
package enum IntakeRecord: Hashable, Sendable {
    case report(VisitReport, RecordPlace)
    case putAside(PutAside)
}
