namespace ProgramReview.Azure.Tests;

/// <summary>The app as anybody publishes it.</summary>
public sealed class AzureBuild : IAsyncLifetime
{
    private readonly DirectoryInfo output = Directory.CreateTempSubdirectory("review-azure-");
    private string said = "";
    private int exitCode;

    /// <summary>The published app.</summary>
    public string Folder
    {
        get
        {
            Ran.Check("dotnet publish", exitCode, said);
            return output.FullName;
        }
    }

    /// <summary>A file of the published app.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string[] arguments =
        [
            "publish",
            "functions/ProgramReview.Functions",
            "-c",
            "Release",
            "-nologo",
            "-v",
            "quiet",
            "-o",
            output.FullName,
        ];
        (exitCode, said) = await Ran.ToEndAsync("dotnet", arguments);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        output.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
