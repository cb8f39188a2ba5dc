using System.Diagnostics;
using System.Text.Json;

namespace ProgramReview.FunctionsHost.App;

/// <summary>The folder that "dotnet publish" has left: what a Functions host finds in it before it starts the worker.</summary>
internal sealed class PublishedApp
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly JsonElement worker;

    public PublishedApp(string folder)
    {
        Folder = Path.GetFullPath(folder);
        HostJson = Path.Combine(Folder, "host.json");
        worker = Read("worker.config.json").GetProperty("description");
        RoutePrefix =
            Read("host.json").TryGetProperty("extensions", out var extensions)
            && extensions.TryGetProperty("http", out var http)
            && http.TryGetProperty("routePrefix", out var prefix)
                ? prefix.GetString()!
                : "api";
    }

    public string Folder { get; }

    public string HostJson { get; }

    /// <summary>What stands before every route.</summary>
    public string RoutePrefix { get; }

    /// <summary>What runs the worker.</summary>
    public string Executable => worker.GetProperty("defaultExecutablePath").GetString()!;

    /// <summary>The worker's program.</summary>
    public string Program =>
        Path.Combine(Folder, worker.GetProperty("defaultWorkerPath").GetString()!);

    /// <summary>The names of the functions that the build found.</summary>
    public IReadOnlyList<string> FunctionNames =>
        [
            .. Read("functions.metadata")
                .EnumerateArray()
                .Select(function => function.GetProperty("name").GetString()!)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Extensions that the app was published with in another version than this host has; one line each.</summary>
    public IEnumerable<string> OtherExtensions =>
        from theirs in Directory.EnumerateFiles(
            Path.Combine(Folder, ".azurefunctions"),
            "Microsoft.Azure.WebJobs.Extensions.*.dll"
        )
        let ours = Path.Combine(AppContext.BaseDirectory, Path.GetFileName(theirs))
        where File.Exists(ours) && VersionOf(ours) != VersionOf(theirs)
        select $"{Path.GetFileNameWithoutExtension(theirs)}: the app brings {VersionOf(theirs)}, this host has {VersionOf(ours)}.";

    /// <summary>A JSON file of the app.</summary>
    public JsonElement Read(string file)
    {
        var path = Path.Combine(Folder, file);
        return File.Exists(path)
            ? JsonDocument.Parse(File.ReadAllText(path), Lenient).RootElement
            : throw new AppFault($"{path} is not there: is this an app published for Azure?");
    }

    private static string? VersionOf(string file) =>
        FileVersionInfo.GetVersionInfo(file).FileVersion;
}
