package import Trends

extension ClientHistory {
    /// The version of the encoding; older ones are folded anew.
    package static let encodingVersion: UInt8 = 3

    /// A few kilobytes; equal histories give equal bytes.
    package func encoded() -> [UInt8] {
        var writer = StateWriter()
        writer.write(byte: Self.encodingVersion)
        writer.write(fixed: shape)
        writer.write(client)
        writer.write(newestVisit != nil)
        if let newestVisit { writer.write(newestVisit) }
        writer.write(count: recent.count)
        for visit in recent { visit.write(to: &writer) }
        settled.write(to: &writer)
        current.write(to: &writer)
        return writer.bytes
    }

    package init(decoding bytes: [UInt8]) throws(StateDamage) {
        var reader = StateReader(bytes)
        guard try reader.byte() == Self.encodingVersion else { throw StateDamage(at: 0) }
        let shape = try reader.fixed()
        let client = try reader.text()
        let newest = try reader.flag() ? try reader.instant() : nil
        var recent: [VisitFindings] = []
        for _ in 0..<(try reader.count()) { recent.append(try VisitFindings(from: &reader)) }
        let settled = try ClientState(from: &reader)
        let current = try ClientState(from: &reader)
        guard reader.isAtEnd else { throw StateDamage(at: bytes.count) }
        self.init(
            client: client, newestVisit: newest, settled: settled, recent: recent, current: current, shape: shape)
    }
}
