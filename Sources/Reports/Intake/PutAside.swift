/// A record that could not be read, kept whole.
package struct PutAside: Hashable, Sendable {
    package var place: RecordPlace
    /// What is wrong, where, what was kept and what to do, in sentences without a word of the record.
    package var reason: String
    /// What is wrong and what to do, without the place and without what was kept: for runs that keep nothing.
    package var problem: String
    /// The record as it stood in the input (UTF-16 as UTF-8), up to the limit on a record's length.
    package var raw: [UInt8]
    /// The record's whole length in bytes; more than `raw` when that had to be cut.
    package var length: Int
    package var format: InputFormat?
    /// The header row that the record needs to be read again; empty when it needs none.
    package var header: [UInt8]

    package init(
        place: RecordPlace, reason: String, problem: String = "", raw: [UInt8], length: Int? = nil,
        format: InputFormat? = nil, header: [UInt8] = []
    ) {
        self.place = place
        self.reason = reason
        self.problem = problem
        self.raw = raw
        self.length = length ?? raw.count
        self.format = format
        self.header = header
    }

    /// An input of its own that holds just this record, for reading it again in the same format.
    package var retryInput: [UInt8] { header.isEmpty ? raw : header + [0x0A] + raw }
}
