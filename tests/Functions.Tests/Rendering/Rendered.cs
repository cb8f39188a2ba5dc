using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ProgramReview.Functions.Rendering;
using Xunit;

namespace ProgramReview.Functions.Tests.Rendering;

/// <summary>What renderers write, for tests.</summary>
internal static class Rendered
{
    /// <summary>The whole file.</summary>
    public static async Task<byte[]> BytesAsync(IDossierRenderer renderer, DossierContent content)
    {
        using var bytes = new MemoryStream();
        await renderer.WriteAsync(content, bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    /// <summary>What is wrong with an Office document; nothing in one that is right.</summary>
    public static List<string> Faults(OpenXmlPackage package) =>
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(package, TestContext.Current.CancellationToken)
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
        ];

    /// <summary>Leaves a file where people who want to look at it find it.</summary>
    public static Task KeepAsync(string name, byte[] content) =>
        File.WriteAllBytesAsync(
            Path.Combine(
                Directory.CreateDirectory(SourceTree.PathOf("artifacts/dossier")).FullName,
                name
            ),
            content,
            TestContext.Current.CancellationToken
        );
}
