import Digests
import Foundation
import Rulebook

/// Writes digests into a folder, one file a caseload and format; names hold the coordinator's id and the date alone.
struct DigestFiles {
    let folder: String
    let formats: [AgencySettings.DigestFormat]
    let words: Words

    /// Paths of the files written, in their order.
    func write(_ digests: [Digest]) throws -> [String] {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            return try digests.flatMap { digest in try formats.map { try write(digest, $0) } }
        } catch let error as CocoaError {
            throw Failure(
                status: .incomplete,
                message: "The run is done, but its digests could not be written to \(folder): \(error.localizedDescription)")
        }
    }

    private func write(_ digest: Digest, _ format: AgencySettings.DigestFormat) throws -> String {
        let url = URL(filePath: folder, directoryHint: .isDirectory).appending(path: name(digest, format))
        try Data(digest.written(as: format, words).utf8).write(to: url, options: .atomic)
        return url.relativePath
    }

    private func name(_ digest: Digest, _ format: AgencySettings.DigestFormat) -> String {
        let id = digest.caseload.coordinator.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" }
        let (year, month, day) = digest.asOf.date
        return "\(year)-\(twoDigits(month))-\(twoDigits(day))-\(String(id)).\(format.fileExtension)"
    }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
