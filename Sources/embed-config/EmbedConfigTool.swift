import Foundation

/// Writes every file below a folder into one Swift source as text, in path order; dot files stay out.
@main
struct EmbedConfigTool {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { throw UsageError() }
        let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
        var source = "/// The shipped config by path; generated from the top-level `config` folder.\n"
        source += "package enum BuiltInConfig {\n    package static let files: [(path: String, text: String)] = [\n"
        for path in try paths(below: folder) {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            source += "        (\(literal(path)), \(literal(text))),\n"
        }
        source += "    ]\n}\n"
        try source.write(to: URL(filePath: arguments[2]), atomically: true, encoding: .utf8)
    }

    private static func paths(below folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path())
            .filter { path in
                let url = folder.appending(path: path)
                let isFile = try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false
                return isFile && !path.split(separator: "/").contains { $0.hasPrefix(".") }
            }
            .sorted()
    }

    private static func literal(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\" + String(scalar)
            case "\n": "\\n"
            case "\r": "\\r"
            default: scalar.value < 0x20 ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}

struct UsageError: Error, CustomStringConvertible {
    var description: String { "usage: embed-config FOLDER OUTPUT" }
}
