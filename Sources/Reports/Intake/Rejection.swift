/// Why a record was put aside.
package enum Rejection: Error, Hashable, Sendable {
    case notJSON(expected: String)
    case notUTF8
    case nulByte
    case brokenEscape
    case missing(field: String)
    case empty(field: String)
    case tooLong(field: String, limit: Int)
    case wrongType(field: String, expected: String)
    case notATime(field: String)
    case noSuchTime(field: String)
    case timeOutOfRange(field: String)
    case endBeforeStart
    case notYesOrNo(field: String)
    case recordTooLong(limit: Int)
    case cellCount(expected: Int, found: Int)
    case tooManyColumns(limit: Int)
    case unbalancedQuote
    case missingColumns([String], found: [String])
    case doubleColumn(String)
    case rowsDisagree(field: String)
    case compressedDataEndsEarly
    case compressedDataDamaged
    case notAReportFile(kind: String)
    case cannotBeOpened
    case pathDoesNotFit(pattern: String)
    case unknownFormat
    case notAFHIRReport(why: String)
}
