import ArgumentParser
import Casebook
import Digests
import Foundation
import Rulebook
import VisitPipeline

/// `visitwatch digest`: what a coordinator should read today.
struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "The digest for one coordinator or all, for a date.",
        discussion: """
            What is new is told against the digests that run wrote last before that date.

              visitwatch digest --coordinator jo
              visitwatch digest --as-of 2026-03-02 --format html > digest.html
            """)

    @Option(help: ArgumentHelp("Only this coordinator's, by the id in agency.yaml.", valueName: "id")) var coordinator: String?
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var store: StoreOption
    @OptionGroup var config: ConfigOption
    @Option(help: "How it is written down.") var format = AgencySettings.DigestFormat.text

    func run() async throws {
        let rulebook = try config.rulebook()
        let book = try Casebook.openForReading(at: store.path)
        guard try asOf.instant != nil || book.newestVisit() != nil else {
            throw Failure.refused("The store holds no visit yet, so that there is no digest. Run reports into it first.")
        }
        let making = try DigestMaking(book: book, rulebook: rulebook, asOf: asOf.instant)
        let caseloads = try chosen(making.caseloads())
        let material = try await making.material()
        for caseload in caseloads {
            let digest = DigestBuilder(for: caseload, of: material, budget: rulebook.agency.alertsADay).digest()
            try StandardOutput.write(digest.written(as: format, rulebook.words, inColour: Page.inColour))
        }
    }

    private func chosen(_ caseloads: [Caseload]) throws -> [Caseload] {
        guard let coordinator else { return caseloads }
        let chosen = caseloads.filter { $0.coordinator == coordinator }
        guard chosen.isEmpty else { return chosen }
        let names = caseloads.map(\.coordinator)
        let hint = nearestName(to: coordinator, in: names).map { " Did you mean \($0)?" } ?? ""
        throw Failure.refused("There is no coordinator \(coordinator).\(hint) There are: \(names.joined(separator: ", ")).")
    }
}
