import Foundation

/// What a finished program took; memory and processor time are what the kernel told last, at most 5 ms before its end.
struct MeasuredProcess: CustomStringConvertible {
    var seconds = 0.0
    var processorSeconds = 0.0
    var peakMegabytes = 0.0

    struct Failed: Error, CustomStringConvertible {
        var description: String
    }

    /// Runs to the end without its output; fails when it tells of more than records put aside.
    static func run(_ program: URL, _ arguments: [String]) throws -> MeasuredProcess {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        let clock = ContinuousClock()
        let begin = clock.now
        try process.run()
        var measured = MeasuredProcess()
        while process.isRunning {
            measured.look(at: process.processIdentifier)
            Thread.sleep(forTimeInterval: 0.005)
        }
        measured.seconds = (clock.now - begin) / .seconds(1)
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus <= 1 else {
            throw Failed(description: "\(program.lastPathComponent) \(arguments[0]) ended with \(process.terminationStatus).")
        }
        return measured
    }

    private mutating func look(at process: Int32) {
        if let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({ Double($0) })
        {
            peakMegabytes = max(peakMegabytes, kilobytes * 1_024 / 1e6)
        }
        guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let afterName = stat.lastIndex(of: ")")
        else { return }
        let fields = stat[afterName...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else { return }
        processorSeconds = max(processorSeconds, (user + system) / Self.ticksPerSecond)
    }

    /// Fixed by the kernel's interface (`USER_HZ`) on all common machines.
    private static let ticksPerSecond = 100.0

    var description: String {
        "\(decimal(seconds)) s, \(decimal(processorSeconds)) s of processors, \(decimal(peakMegabytes)) MB"
    }
}
