using System.Reflection;

namespace ProgramReview.Infra.Tests;

/// <summary>Where things lie, as the build wrote it down.</summary>
internal static class Places
{
    /// <summary>The templates.</summary>
    public static string Infra { get; } = SourceTree.PathOf("infra");

    /// <summary>The compiler.</summary>
    public static string Bicep { get; } = Metadata("Bicep");

    /// <summary>Where restored NuGet packages lie.</summary>
    public static string Packages { get; } = Metadata("Packages");

    private static string Metadata(string key) =>
        typeof(Places)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == key)
            .Value!;
}
