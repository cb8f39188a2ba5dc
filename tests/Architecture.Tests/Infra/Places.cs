using System.Reflection;

namespace ProgramReview.Infra.Tests;

/// <summary>Where things lie, as the build wrote it down.</summary>
internal static class Places
{
    /// <summary>The repository.</summary>
    public static string Top { get; } = Path.GetFullPath(Metadata("Top"));

    /// <summary>The templates.</summary>
    public static string Infra { get; } = Path.Combine(Top, "infra");

    /// <summary>The compiler.</summary>
    public static string Bicep { get; } = Metadata("Bicep");

    /// <summary>Where restored NuGet packages lie.</summary>
    public static string Packages { get; } = Metadata("Packages");

    /// <summary>The text of a file of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Top, path));

    private static string Metadata(string key) =>
        typeof(Places)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == key)
            .Value!;
}
