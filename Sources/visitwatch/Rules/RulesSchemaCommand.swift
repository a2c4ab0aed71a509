import ArgumentParser
import Foundation
import Rulebook

/// `visitwatch rules schema`: JSON Schemas of the config files.
struct RulesSchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "JSON Schemas of the config files, so that editors complete and check while you write.",
        discussion: """
              visitwatch rules schema measures.yaml
              visitwatch rules schema --out schemas

            The names of concepts, measures and plan changes in them are those of the rulebook in force.
            """)

    @OptionGroup var config: ConfigOption
    @Argument(help: "A file of the config by its path, e.g. alerts/trends.yaml.") var file: String?
    @Option(name: .customLong("out"), help: ArgumentHelp("Write all schemas to this folder.", valueName: "dir"))
    var folder: String?

    func validate() throws {
        if (file == nil) == (folder == nil) { throw ValidationError("Name one file of the config, or a folder with --out.") }
    }

    func run() throws {
        let schemas = RulebookSchemas(try config.rulebook())
        if let file {
            guard let schema = schemas.schema(of: file) else {
                let hint = nearestName(to: file, in: schemas.files).map { " Did you mean \($0)?" } ?? ""
                throw Failure.refused("No file of the config is called \(file).\(hint)")
            }
            return try StandardOutput.write(schema)
        }
        for (files, json) in schemas.all { try write(json, for: files) }
    }

    /// `alerts/*.yaml` has its schema in `alerts.schema.json`.
    private func write(_ json: String, for files: String) throws {
        let name = files.replacing("/*.yaml", with: "").replacing(".yaml", with: "") + ".schema.json"
        let url = URL(filePath: folder ?? ".", directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            try Data(json.utf8).write(to: url.appending(path: name))
        } catch {
            throw Failure.refused("\(url.appending(path: name).relativePath) could not be written.")
        }
    }
}
