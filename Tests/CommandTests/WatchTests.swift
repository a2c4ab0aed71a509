import Foundation
import TestKit
import Testing

@testable import visitwatch

struct WatchTests {
    private static func stamp(_ size: Int) -> FolderWatch.Stamp {
        FolderWatch.Stamp(size: size, changed: Date(timeIntervalSince1970: 0))
    }

    @Test func `a file is ready when it has stopped growing, once, and again when it changes`() {
        var watch = FolderWatch()
        #expect(watch.ready(["a": Self.stamp(1)]).isEmpty)
        #expect(watch.ready(["a": Self.stamp(2)]).isEmpty)
        #expect(watch.ready(["a": Self.stamp(2), "b": Self.stamp(9)]) == ["a"])
        #expect(watch.ready(["a": Self.stamp(2), "b": Self.stamp(9)]) == ["b"])
        #expect(watch.ready(["a": Self.stamp(3), "b": Self.stamp(9)]).isEmpty)
        #expect(watch.ready(["a": Self.stamp(3)]) == ["a"])
    }

    @Test func `files given back are ready at the next look`() {
        var watch = FolderWatch()
        _ = watch.ready(["a": Self.stamp(1)])
        #expect(watch.ready(["a": Self.stamp(1)]) == ["a"])
        watch.giveBack(["a"])
        #expect(watch.ready(["a": Self.stamp(1)]) == ["a"])
    }

    @Test func `files that arrive are read, a broken config is told and left, a good one is taken, a signal ends it`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)")
        let (inbox, config) = (folder.appending(path: "in"), folder.appending(path: "mine"))
        for path in [inbox, config] { try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true) }
        defer { try? FileManager.default.removeItem(at: folder) }
        func tune(_ line: String) throws {
            try Data("extends: built-in\n\(line)\n".utf8).write(to: config.appending(path: "measures.yaml"))
        }
        try tune("false_alerts: \"1.5 per client-year\"")
        let arguments = ["watch", "in", "--every", "0.2", "--config", "mine", "--store", "w.sqlite"]
        let session = try Program.start(arguments, in: folder)
        try session.wait(for: "Watching in")
        let report = "{\"id\":\"r1\",\"client\":\"C1\",\"start\":\"2026-03-02T08:00:00Z\",\"note\":\"Found on floor.\"}\n"
        try Data(report.utf8).write(to: inbox.appending(path: "a.ndjson"))
        try session.wait(for: "1 record read")
        try tune("false_alarms: \"1 per client-year\"")
        try session.wait(for: "the last good one stays in force")
        try tune("false_alerts: \"1 per client-year\"")
        try session.wait(for: "is in force from this batch on")
        session.stop()
        #expect(session.status == 0)
        #expect(session.errors.contains("E102 unknown key \"false_alarms\""))
        #expect(session.errors.contains("Stopped."))
    }
}
