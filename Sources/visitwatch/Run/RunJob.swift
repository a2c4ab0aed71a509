import Casebook
import Digests
import Foundation
import Reports
import Rulebook
import VisitPipeline

/// One batch from inputs to digests, as `run` does it once and `watch` again and again.
struct RunJob {
    var store: String
    /// Where the digests go; nil: as in agency.yaml.
    var folder: String?
    var asOf: Instant?
    var isQuiet: Bool

    struct Outcome {
        var summary: RunSummary
        var pages: [Digest] = []
    }

    /// Throws when the store is held or damaged, and when digests could not be written; the batch itself is done then.
    func run(
        _ sources: [IntakeInput], names: [String], format: InputFormat?, byteCount: Int?, under rulebook: Rulebook
    ) async throws -> Outcome {
        let book = try Casebook.openForRun(at: store)
        let teller = RunTeller(bytes: byteCount, isQuiet: isQuiet)
        let batch = try BatchRun(book: book, rulebook: rulebook, clock: now) { teller.hear($0) }
        var digests = Digests()
        let summary = try await batch.run(sources, names: names, format: format) { summary in
            teller.end(with: summary)
            digests = try await writeDigests(book, rulebook, summary)
        }
        if !isQuiet { for path in digests.paths { Terminal.tell("Digest: \(path)") } }
        if let failure = digests.failure { throw failure }
        return Outcome(summary: summary, pages: digests.pages)
    }

    /// What came of the digests; that they could not be written does not undo the batch.
    private struct Digests {
        var pages: [Digest] = []
        var paths: [String] = []
        var failure: Failure?
    }

    private func writeDigests(_ book: Casebook, _ rulebook: Rulebook, _ summary: RunSummary) async throws -> Digests {
        // Without a visit there is no day that a digest could be of.
        guard try asOf != nil || book.newestVisit() != nil else { return Digests() }
        let making = try DigestMaking(book: book, rulebook: rulebook, asOf: asOf)
        let material = try await making.material(counts: summary.runCounts)
        var digests = Digests()
        digests.pages = try making.caseloads().map { caseload in
            DigestBuilder(for: caseload, of: material, budget: rulebook.agency.alertsADay).digest()
        }
        let files = DigestFiles(
            folder: folder ?? rulebook.agency.digest.folder, formats: rulebook.agency.digest.formats, words: rulebook.words)
        do {
            digests.paths = try files.write(digests.pages)
        } catch let failure as Failure {
            digests.failure = failure
        }
        try making.keepShown(material)
        return digests
    }
}

extension RunSummary {
    var runCounts: RunCounts {
        RunCounts(
            read: counts.read, accepted: counts.accepted, duplicate: counts.duplicate, corrected: counts.corrected,
            putAside: counts.putAside, tooLate: tooLate)
    }
}
