using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace ProgramReview.Infra.Tests;

/// <summary>What the product is made of may be used freely, and nothing else gets in unnoticed.</summary>
public sealed class SupplyChainTests
{
    private static readonly string[] NpmLocks =
    [
        "package-lock.json",
        "tools/MailSink/package-lock.json",
    ];

    private static readonly string[] Allowed =
    [
        "0BSD",
        "Apache-2.0",
        "BlueOak-1.0.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "ISC",
        "MIT",
        "MIT-0",
        "MPL-2.0",
        "MS-PL",
        "OFL-1.1",
        "Python-2.0",
        "PostgreSQL",
        "Unlicense",
        "Zlib",
    ];

    /// <summary>Packages that name no licence by its identifier, each looked at by a person.</summary>
    private static readonly Dictionary<string, string> LookedAt = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        // In the public domain, as its authors dedicated it.
        ["SQLite"] = "CC0-1.0",
        // Older packages that give an address instead of an identifier; their sources are under the licence named here.
        ["System.Reactive.Compatibility"] = "MIT",
        ["System.Security.Cryptography.ProtectedData"] = "MIT",
        ["starkbank-ecdsa"] = "MIT",
        // What the durable extension needs in the Functions host; only tools/FunctionsHost runs it, and it is never shipped. The binaries
        // of the first and the last two are under Microsoft's library terms.
        ["Microsoft.AspNet.WebApi.Client"] = "Apache-2.0",
        ["Microsoft.AspNetCore.Mvc.WebApiCompatShim"] = "Apache-2.0",
        ["Microsoft.Azure.WebJobs.Extensions.DurableTask.Analyzers"] = "MIT",
        ["Newtonsoft.Json.Bson"] = "MIT",
        ["System.ComponentModel.Annotations"] = "MIT",
        ["Microsoft.NETCore.Platforms"] = "MIT",
        ["NETStandard.Library"] = "MIT",
        // Parts of the storage emulator and the mail sink, which are never shipped.
        ["node_modules/uri-templates"] = "MIT",
        ["node_modules/xmlhttprequest-ssl"] = "MIT",
    };

    [Fact]
    public void Every_NuGet_package_has_a_licence_from_the_list()
    {
        var packages = Projects().SelectMany(PackagesOf).Distinct().ToList();
        Assert.True(packages.Count > 40, $"Only {packages.Count} packages were found.");

        var unknown = packages
            .Select(package => (package, licence: LicenceOf(package)))
            .Where(pair => !IsAllowed(pair.licence))
            .Select(pair => $"{pair.package}: {pair.licence}")
            .Order(StringComparer.Ordinal);

        Assert.Equal([], unknown);
    }

    [Fact]
    public void Every_npm_package_has_a_licence_from_the_list()
    {
        var packages = NpmLocks
            .SelectMany(file => JsonNode.Parse(SourceTree.Read(file))!["packages"]!.AsObject())
            .Where(package => package.Key.Length > 0 && package.Value!["link"] is null)
            .ToList();
        Assert.True(packages.Count > 100, $"Only {packages.Count} packages were found.");

        var unknown = packages
            .Select(package => (package.Key, Licence: (string?)package.Value!["license"] ?? "none"))
            .Where(package => !IsAllowed(package.Licence) && !LookedAt.ContainsKey(package.Key))
            .Select(package => $"{package.Key}: {package.Licence}");

        Assert.Empty(unknown);
    }

    private static IEnumerable<string> Projects() =>
        Directory
            .EnumerateFiles(SourceTree.Root, "project.assets.json", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains("node_modules", StringComparison.Ordinal)
                // What the Functions tooling makes for its host beneath our output is the host's.
                && Path.GetRelativePath(SourceTree.Root, file)
                    .Split('/')
                    .Count(part => part == "obj") == 1
            );

    private static IEnumerable<string> PackagesOf(string assets) =>
        JsonNode.Parse(File.ReadAllText(assets))!["libraries"]!
            .AsObject()
            .Where(library => (string?)library.Value!["type"] == "package")
            .Select(library => library.Key);

    private static string LicenceOf(string package)
    {
        var (id, version) = package.Split('/') is [var first, var second]
            ? (first, second)
            : throw new InvalidOperationException($"'{package}' is no package.");
        if (LookedAt.TryGetValue(id, out var looked))
        {
            return looked;
        }
        var spec = Path.Combine(
            Places.Packages,
            id.ToLowerInvariant(),
            version,
            $"{id.ToLowerInvariant()}.nuspec"
        );
        var metadata = XDocument.Load(spec).Root!.Elements().First();
        string? Element(string name) =>
            metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        var type = metadata
            .Elements()
            .FirstOrDefault(element => element.Name.LocalName == "license")
            ?.Attribute("type")
            ?.Value;
        return type switch
        {
            "expression" => Element("license")!,
            "file" => Recognise(
                File.ReadAllText(Path.Combine(Path.GetDirectoryName(spec)!, Element("license")!))
            ),
            _ => Element("licenseUrl") ?? "none",
        };
    }

    private static string Recognise(string text) =>
        text.Contains("Apache License", StringComparison.Ordinal) ? "Apache-2.0"
        : text.Contains("Permission is hereby granted, free of charge", StringComparison.Ordinal)
            ? "MIT"
        : "a text of its own";

    // "A OR B" is ours to choose from; of "A AND B" both must be allowed.
    private static bool IsAllowed(string licence) =>
        licence
            .Trim('(', ')')
            .Split(" OR ")
            .Any(choice =>
                choice.Split(" AND ").All(part => Allowed.Contains(part.Trim('(', ')', ' ')))
            );
}
