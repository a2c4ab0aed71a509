import Foundation
import PackagePlugin

/// Turns the top-level `config` folder into one Swift source file of the target that asks for it.
@main
struct EmbedConfig: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let config = context.package.directoryURL.appending(path: "config")
        let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInConfig.swift")
        return [
            .buildCommand(
                displayName: "Embedding config",
                executable: try context.tool(named: "embed-config").url,
                arguments: [config.path(), output.path()],
                inputFiles: files(below: config),
                outputFiles: [output])
        ]
    }

    private func files(below folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        let urls = (found?.allObjects as? [URL]) ?? []
        return urls.filter { !$0.hasDirectoryPath }.sorted { $0.path() < $1.path() }
    }
}
