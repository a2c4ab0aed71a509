/// One record as it stands in its input: found, not yet understood. Cheap to hand from core to core.
package struct RawRecord: Sendable {
    package let place: RecordPlace
    /// The chunk that holds it; records of one chunk share it.
    let buffer: [UInt8]
    let range: Range<Int>
    let content: Content
    /// How to read the bytes: `.utf8` strictly, `.automatic` with Windows-1252 to fall back on.
    let encoding: IntakeSettings.TextEncoding

    package var byteCount: Int { range.count }

    enum Content: Sendable {
        case json, fhir, text
        /// The rows of one visit.
        case rows(TableHeader)
        /// Known to be unreadable; `length` counts what had to be left out of `range`, too.
        case refused(Rejection, InputFormat?, length: Int, header: TableHeader?)
    }
}
