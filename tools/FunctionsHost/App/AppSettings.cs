using System.Collections;
using System.Globalization;

namespace ProgramReview.FunctionsHost.App;

/// <summary>The app's settings: local.settings.json, and before it the environment, as the tools for developers do it.</summary>
internal static class AppSettings
{
    private const string Emulator = "UseDevelopmentStorage=true";
    private const string EmulatorAccount = "devstoreaccount1";

    // The emulator's key is public.
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Reads them.</summary>
    /// <param name="app">Where the file is.</param>
    /// <param name="azurite">The host and first of three ports of the storage emulator, in place of the usual ones.</param>
    public static IReadOnlyDictionary<string, string> Read(PublishedApp app, string? azurite)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (File.Exists(Path.Combine(app.Folder, "local.settings.json")))
        {
            foreach (
                var one in app.Read("local.settings.json").GetProperty("Values").EnumerateObject()
            )
            {
                settings[one.Name] = $"{one.Value}";
            }
        }
        foreach (DictionaryEntry one in Environment.GetEnvironmentVariables())
        {
            settings[(string)one.Key] = (string)one.Value!;
        }
        if (azurite is not null)
        {
            var connection = ConnectionTo(azurite);
            foreach (var name in settings.Keys.Where(name => settings[name] == Emulator).ToList())
            {
                settings[name] = connection;
            }
        }
        return settings;
    }

    private static string ConnectionTo(string azurite)
    {
        var address = new Uri($"http://{azurite}");
        string At(int offset) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"http://{address.Host}:{address.Port + offset}/{EmulatorAccount}"
            );
        return $"DefaultEndpointsProtocol=http;AccountName={EmulatorAccount};AccountKey={EmulatorKey};"
            + $"BlobEndpoint={At(0)};QueueEndpoint={At(1)};TableEndpoint={At(2)};";
    }
}
