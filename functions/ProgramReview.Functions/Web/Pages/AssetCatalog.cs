using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>The furniture built from <c>web/</c> and embedded in the assembly; a path never changes its content, so it may be kept for ever.</summary>
public sealed class AssetCatalog
{
    private const string Prefix = "web.";
    private readonly Dictionary<string, Asset> byPath = [];
    private readonly Dictionary<string, Asset> byName = [];

    /// <summary>Reads what is embedded.</summary>
    public AssetCatalog()
    {
        foreach (var (name, file) in ReadManifest())
        {
            var asset = new Asset($"/assets/{file}", ContentType(file), Read(file));
            byPath.Add(asset.Path, asset);
            byName.Add(name, asset);
        }
    }

    /// <summary>How answers with an asset may be kept.</summary>
    public const string CacheControl = "public, max-age=31536000, immutable";

    /// <summary>Every file of the furniture: stylesheets, scripts, fonts, icon.</summary>
    public IReadOnlyCollection<Asset> All => byPath.Values;

    /// <summary>The served path of a logical name such as <c>site.css</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public string PathOf(string name) => byName[name].Path;

    /// <summary>The text of an asset, for pages that carry it in themselves.</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public string TextOf(string name) => Encoding.UTF8.GetString(byName[name].Content.Span);

    /// <summary>Finds what is served at a path such as <c>/assets/site.1a2b3c4d.css</c>.</summary>
    public bool TryGet(
        string path,
        [NotNullWhen(true)] out string? contentType,
        out ReadOnlyMemory<byte> content
    )
    {
        var found = byPath.TryGetValue(path, out var asset);
        contentType = asset?.ContentType;
        content = asset?.Content ?? default;
        return found;
    }

    private static Dictionary<string, string> ReadManifest() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Read("manifest.json"))!;

    private static byte[] Read(string file)
    {
        using var stream =
            typeof(AssetCatalog).Assembly.GetManifestResourceStream(Prefix + file)
            ?? throw new InvalidOperationException(
                $"The asset {file} is not embedded; build web/ first."
            );
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }

    private static string ContentType(string file) =>
        Path.GetExtension(file) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".woff2" => "font/woff2",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"No media type for {other}."),
        };
}
