import Casebook
import Reports

/// Tells new reports from duplicates and corrections.
///
/// - The same id with the same content is a duplicate; that it was received again later is noted.
/// - Of two contents, the one received later wins where both say when; else the one that comes later.
/// - Content that a correction has replaced is a duplicate when it comes again, so that old files can be run again.
struct ArrivalSorter {
    private(set) var batch = ReadBatch()
    private var standing: [String: Standing]
    /// Versions that were replaced in this batch, and in batches that are still to be written.
    private var earlier: [Version: Instant?] = [:]
    private var earlierBefore: [Version: Instant?] = [:]
    private var places: [String: Int] = [:]
    private let earlierInStore: (String, UInt64) throws -> Instant??

    /// The version of a report that stands at present.
    struct Standing: Sendable {
        var contentHash: UInt64
        var received: Instant?
    }

    struct Version: Hashable, Sendable {
        var id: String
        var contentHash: UInt64
    }

    /// What a batch leaves behind for the next ones to be sorted by while it is still to be written.
    struct Memory: Sendable {
        var standing: [String: Standing] = [:]
        var earlier: [Version: Instant?] = [:]
    }

    init(
        known: [String: KnownReport], memories: [Memory], earlierInStore: @escaping (String, UInt64) throws -> Instant??
    ) {
        standing = known.mapValues { Standing(contentHash: $0.contentHash, received: $0.received) }
        for memory in memories {
            standing.merge(memory.standing) { _, newer in newer }
            earlierBefore.merge(memory.earlier) { _, newer in newer }
        }
        self.earlierInStore = earlierInStore
    }

    /// What this batch changed.
    var memory: Memory {
        let changed = Set(places.keys).union(batch.receivedAgain.keys)
        return Memory(standing: standing.filter { changed.contains($0.key) }, earlier: earlier)
    }

    mutating func add(_ report: VisitReport, contentHash: UInt64) throws {
        batch.counts.count(try outcome(of: report, contentHash))
    }

    mutating func add(_ record: PutAside) {
        batch.putAside.append(record)
        batch.counts.count(.putAside)
    }

    private mutating func outcome(of report: VisitReport, _ hash: UInt64) throws -> IntakeCounts.Outcome {
        guard let current = standing[report.id] else {
            place(report, hash, isCorrection: false)
            return .accepted
        }
        if current.contentHash == hash {
            noteReceived(report, current)
            return .duplicate
        }
        let isNewer = report.received.flatMap { new in current.received.map { new > $0 } }
        if isNewer != true, try isEarlierVersion(report.id, hash) { return .duplicate }
        if let new = report.received, let old = current.received, new < old {
            keepEarlier(report, hash)
        } else {
            supersede(report.id, by: report, hash)
        }
        return .corrected
    }

    private func isEarlierVersion(_ id: String, _ hash: UInt64) throws -> Bool {
        let version = Version(id: id, contentHash: hash)
        if earlier[version] != nil || earlierBefore[version] != nil { return true }
        return try earlierInStore(id, hash) != nil
    }

    private mutating func place(_ report: VisitReport, _ hash: UInt64, isCorrection: Bool) {
        places[report.id] = batch.arrivals.count
        batch.arrivals.append(Arrival(report: report, contentHash: hash, isCorrection: isCorrection))
        standing[report.id] = Standing(contentHash: hash, received: report.received)
    }

    private mutating func supersede(_ id: String, by report: VisitReport, _ hash: UInt64) {
        if let old = standing[id] { earlier[Version(id: id, contentHash: old.contentHash)] = .some(old.received) }
        earlier[Version(id: id, contentHash: hash)] = nil
        batch.receivedAgain[id] = nil
        guard let place = places[id] else {
            self.place(report, hash, isCorrection: true)
            return
        }
        batch.superseded.append(batch.arrivals[place].report)
        batch.arrivals[place].report = report
        batch.arrivals[place].contentHash = hash
        standing[id] = Standing(contentHash: hash, received: report.received)
    }

    private mutating func keepEarlier(_ report: VisitReport, _ hash: UInt64) {
        batch.superseded.append(report)
        earlier[Version(id: report.id, contentHash: hash)] = .some(report.received)
    }

    private mutating func noteReceived(_ report: VisitReport, _ current: Standing) {
        guard let received = report.received, current.received.map({ received > $0 }) ?? false else { return }
        standing[report.id]?.received = received
        if let place = places[report.id] {
            batch.arrivals[place].report.received = received
        } else {
            batch.receivedAgain[report.id] = received
        }
    }
}
