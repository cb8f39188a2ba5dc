using System.Diagnostics;
using System.Reflection;
using ProgramReview.Azure.Tests;

[assembly: AssemblyFixture(typeof(AzureBuild))]

namespace ProgramReview.Azure.Tests;

/// <summary>
/// The app published for Azure Functions, against the real packages and under the analyzers of durable code. A feed that does not have
/// those packages cannot build it; then these tests are skipped and say so.
/// </summary>
public sealed class AzureBuild : IAsyncLifetime
{
    private static readonly string[] NotInTheFeed = ["NU1101", "NU1102", "NU1301"];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly DirectoryInfo output = Directory.CreateTempSubdirectory("review-azure-");
    private string said = "";
    private int exitCode;

    /// <summary>A file of the published app; skips the test where it could not be built for want of packages.</summary>
    public string Read(string file)
    {
        Assert.SkipWhen(
            exitCode != 0
                && NotInTheFeed.Any(code => said.Contains(code, StringComparison.Ordinal)),
            "The package feed lacks the Functions packages."
        );
        Assert.True(exitCode == 0, $"dotnet publish ended with {exitCode}:\n{said}");
        return File.ReadAllText(Path.Combine(output.FullName, file));
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var top = typeof(AzureBuild)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "Top")
            .Value!;
        string[] arguments =
        [
            "publish",
            "functions/ProgramReview.Functions",
            "-c",
            "Release",
            "-p:FunctionsHost=Azure",
            "-nologo",
            "-v",
            "quiet",
            "-o",
            output.FullName,
        ];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments)
            {
                WorkingDirectory = top,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var text = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Limit);
        (said, exitCode) = (await text + await errors, process.ExitCode);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        output.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
