import ArgumentParser
import Casebook
import Foundation
import Reports
import Rulebook
import VisitPipeline

/// `visitwatch watch`: a batch whenever files arrive.
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "The same as run, as files arrive in a folder, until stopped.",
        discussion: """
            A file is read when it has stopped growing. Changed config files are taken up between two batches; with a mistake \
            in them the last good config stays in force, and the mistake is told. Ctrl-C ends it after the batch in hand.

              visitwatch watch incoming/ --store riverside.sqlite --out digests
            """)

    @Argument(help: "Folder that files of reports arrive in.", completion: .directory) var inbox: String
    @Option(name: .customLong("input-format"), help: "How the reports are written down. (default: told from content and name)")
    var format: InputFormat?
    @Option(help: ArgumentHelp("Seconds between two looks.", valueName: "seconds")) var every = 5.0
    @OptionGroup var store: StoreOption
    @OptionGroup var config: ConfigOption
    @Option(name: .customLong("out"), help: ArgumentHelp("Where the digests go. (default: as in agency.yaml)", valueName: "dir"))
    var folder: String?
    @OptionGroup var quiet: QuietOption

    func validate() throws {
        guard every >= 0.1, every <= 86_400 else { throw ValidationError("--every takes 0.1 to 86400 seconds.") }
    }

    func run() async throws {
        guard FolderWatch.look(at: inbox) != nil else { throw Failure.refused("There is no folder \(inbox) to watch.") }
        var inForce = try RulebookInForce(folder: config.folder)
        let signals = StopSignals()
        var watch = FolderWatch()
        var putAside = 0
        tell("Watching \(inbox); Ctrl-C stops.")
        while !signals.stop {
            let change = inForce.renew()
            hear(change)
            let ready = watch.ready(FolderWatch.look(at: inbox) ?? [:])
            if !ready.isEmpty || change.isTaken {
                do {
                    putAside += try await batch(of: ready, under: inForce.rulebook)
                } catch CasebookError.locked {
                    watch.giveBack(ready)
                    tell("Another run holds the store; these files are read at the next look.")
                } catch let failure as Failure {
                    tell(failure.message)
                    putAside += 1
                }
            }
            await signals.sleep(.seconds(every))
        }
        tell("Stopped.")
        if putAside > 0 { throw ExitStatus.incomplete.exitCode }
    }

    /// How many records were put aside.
    private func batch(of paths: [String], under rulebook: Rulebook) async throws -> Int {
        let job = RunJob(store: store.path, folder: folder, asOf: nil, isQuiet: quiet.isQuiet)
        let outcome = try await job.run(
            paths.map { .path($0) }, names: paths, format: format, byteCount: nil, under: rulebook)
        return outcome.summary.counts.putAside
    }

    private func hear(_ change: RulebookInForce.Change) {
        switch change {
        case .none: return
        case .taken: tell("The config has changed and is in force from this batch on.")
        case .refused(let errors):
            Terminal.tell(errors.description)
            Terminal.tell("The changed config has mistakes: the last good one stays in force.")
        }
    }

    private func tell(_ line: String) {
        if !quiet.isQuiet { Terminal.tell(line) }
    }
}

extension RulebookInForce.Change {
    fileprivate var isTaken: Bool {
        if case .taken = self { return true }
        return false
    }
}
