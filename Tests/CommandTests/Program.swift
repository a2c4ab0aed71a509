import Foundation
import TestKit

/// The built `visitwatch`, run as a user runs it.
enum Program {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String

        var lines: [Substring] { output.split(separator: "\n") }
    }

    /// In an empty folder, so that no `./config` is taken; the built-in config is in force.
    static func run(_ arguments: [String], input: String = "") throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: "visitwatch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (given, output, errors) = ("input", "output", "errors")
        try Data(input.utf8).write(to: folder.appending(path: given))
        for name in [output, errors] { try Data().write(to: folder.appending(path: name)) }
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: given))
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: output))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: errors))
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: try String(contentsOf: folder.appending(path: output), encoding: .utf8),
            errors: try String(contentsOf: folder.appending(path: errors), encoding: .utf8))
    }

    /// Goes on until it is stopped.
    static func start(_ arguments: [String], in folder: URL) throws -> Session {
        let errors = folder.appending(path: "errors")
        try Data().write(to: errors)
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        return Session(process: process, log: errors)
    }

    struct Session {
        struct NotTold: Error { var words: String }

        let process: Process
        let log: URL

        var status: Int32 { process.terminationStatus }
        var errors: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

        /// Until the words stand on standard error; a machine under load may take a while.
        func wait(for words: String) throws {
            for _ in 0..<1_200 {
                if errors.contains(words) { return }
                Thread.sleep(forTimeInterval: 0.1)
            }
            process.terminate()
            throw NotTold(words: words)
        }

        func stop() {
            process.terminate()
            process.waitUntilExit()
        }
    }

    private static var executable: URL {
        let tests = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" } ?? Bundle.main.bundleURL
        return (tests.pathExtension == "xctest" ? tests.deletingLastPathComponent() : tests).appending(path: "visitwatch")
    }
}
