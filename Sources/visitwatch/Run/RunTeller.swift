import Reports
import Synchronization
import VisitPipeline

/// Tells on standard error how a run goes and what it came to.
final class RunTeller: Sendable {
    private let isQuiet: Bool
    private let reading: Mutex<Progress>
    private let folding: Mutex<Progress?>

    init(bytes: Int?, isQuiet: Bool) {
        self.isQuiet = isQuiet
        reading = Mutex(Progress(total: bytes, unit: "records", isShown: !isQuiet))
        folding = Mutex(nil)
    }

    func hear(_ event: RunEvent) {
        switch event {
        case .resumed: tell("The last run was cut short; it is taken up again.")
        case .read(let bytes, let counts): reading.withLock { $0.show(done: bytes, count: counts.read) }
        case .rereading(let done, let all):
            if done <= 32 { tell("The config has changed: the notes of \(counted(all, "client")) are read again.") }
            showFolding(done, all)
        case .refolding(let done, let all): showFolding(done, all)
        }
    }

    func end(with summary: RunSummary) {
        clear()
        let counts = summary.counts
        let late = summary.tooLate > 0 ? " (\(grouped(summary.tooLate)) too late to be scored)" : ""
        tell(
            "\(counted(counts.read, "record")) read in \(tenths(reading.withLock { $0.seconds })) s: "
                + "\(grouped(counts.accepted)) accepted\(late), \(counted(counts.duplicate, "duplicate")), "
                + "\(grouped(counts.corrected)) corrected, \(grouped(counts.putAside)) put aside")
        tell(
            "Alerts: \(grouped(summary.opened)) opened, \(grouped(summary.updated)) updated, "
                + "\(grouped(summary.closed)) closed, \(grouped(summary.withdrawn)) withdrawn")
        if summary.changedNothing { tell("Nothing has changed.") }
        if counts.putAside > 0 { tell("What was put aside, and why: visitwatch store put-aside list") }
    }

    private func showFolding(_ done: Int, _ all: Int) {
        reading.withLock { $0.clear() }
        folding.withLock { progress in
            if progress == nil { progress = Progress(total: all, unit: "clients", isShown: !isQuiet) }
            progress?.show(done: done, count: done)
            if done == all {
                progress?.clear()
                progress = nil
            }
        }
    }

    private func clear() {
        reading.withLock { $0.clear() }
        folding.withLock { $0?.clear() }
    }

    private func tell(_ line: String) {
        guard !isQuiet else { return }
        clear()
        Terminal.tell(line)
    }
}
