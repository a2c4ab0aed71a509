import ArgumentParser
import Foundation
import Reports

/// Where reports come from and how they are written down.
struct InputOptions: ParsableArguments {
    @Argument(help: "Files or folders of reports; - is standard input. Gzip is unpacked.", completion: .file())
    var inputs: [String] = []

    @Option(
        name: .customLong("input-format"),
        help: "How the reports are written down. (default: told from content and name)")
    var format: InputFormat?

    /// Standard input when no input is named.
    var sources: [IntakeInput] { (inputs.isEmpty ? ["-"] : inputs).map { .path($0) } }

    /// Bytes to read as they lie on the disk; nil when it cannot be told before reading.
    var byteCount: Int? {
        var sum = 0
        for input in inputs {
            guard input != "-", let size = Self.size(of: input) else { return nil }
            sum += size
        }
        return inputs.isEmpty ? nil : sum
    }

    private static func size(of path: String) -> Int? {
        let files = FileManager.default
        guard let kind = try? files.attributesOfItem(atPath: path) else { return nil }
        guard kind[.type] as? FileAttributeType == .typeDirectory else { return kind[.size] as? Int }
        let below = files.enumerator(atPath: path)
        var sum = 0
        while let name = below?.nextObject() as? String {
            let found = try? files.attributesOfItem(atPath: path + "/" + name)
            if found?[.type] as? FileAttributeType == .typeRegular { sum += found?[.size] as? Int ?? 0 }
        }
        return sum
    }
}

extension InputFormat: ExpressibleByArgument {}
