using System.Text.Json;

namespace ProgramReview.Local.Host.Functions;

/// <summary>What the local host takes from host.json.</summary>
/// <param name="RoutePrefix">What every HTTP route begins with.</param>
/// <param name="QueueMessagesAreBase64">Whether queue messages are encoded in base64, as Functions does unless told otherwise.</param>
/// <param name="MaxDequeueCount">How often a message is tried before it goes to the poison queue.</param>
/// <param name="QueueRetryDelay">How long a message stays invisible after a failed try.</param>
/// <param name="QueueBatchSize">How many messages are taken at once.</param>
/// <param name="MaxPollingInterval">The longest pause between two looks at an empty queue.</param>
internal sealed record HostJson(
    string RoutePrefix,
    bool QueueMessagesAreBase64,
    int MaxDequeueCount,
    TimeSpan QueueRetryDelay,
    int QueueBatchSize,
    TimeSpan MaxPollingInterval
)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly string[] Honoured =
    [
        "version",
        "extensions.http.routePrefix",
        "extensions.durableTask.maxConcurrentActivityFunctions",
        "extensions.queues.messageEncoding",
        "extensions.queues.maxDequeueCount",
        "extensions.queues.visibilityTimeout",
        "extensions.queues.batchSize",
        "extensions.queues.maxPollingInterval",
    ];

    /// <summary>How many activities run at once; null leaves it to the engine.</summary>
    public int? MaxConcurrentActivities { get; private init; }

    /// <summary>The settings of the file that mean nothing here.</summary>
    public IReadOnlyList<string> Ignored { get; private init; } = [];

    /// <summary>What Functions does when host.json says nothing; an empty queue is looked at more often than in Azure, where a look costs money.</summary>
    public static HostJson Default { get; } =
        new("api", true, 5, TimeSpan.Zero, 16, TimeSpan.FromSeconds(1));

    /// <summary>Reads a host.json file; the defaults when there is none.</summary>
    public static HostJson Read(string path)
    {
        if (!File.Exists(path))
        {
            return Default;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return Read(document.RootElement);
        }
        catch (Exception broken)
            when (broken is JsonException or FormatException or InvalidOperationException)
        {
            throw new StartException(
                $"{path} cannot be read ({broken.Message}). Correct it as the host.json of Azure Functions."
            );
        }
    }

    private static HostJson Read(JsonElement root)
    {
        var queues = Child(root, "extensions", "queues");
        return new HostJson(
            Child(root, "extensions", "http", "routePrefix")?.GetString() ?? Default.RoutePrefix,
            !string.Equals(
                Child(queues, "messageEncoding")?.GetString(),
                "none",
                StringComparison.OrdinalIgnoreCase
            ),
            Child(queues, "maxDequeueCount")?.GetInt32() ?? Default.MaxDequeueCount,
            Span(Child(queues, "visibilityTimeout")) ?? Default.QueueRetryDelay,
            Math.Clamp(Child(queues, "batchSize")?.GetInt32() ?? Default.QueueBatchSize, 1, 32),
            Span(Child(queues, "maxPollingInterval")) is { } longest
            && longest < Default.MaxPollingInterval
                ? longest
                : Default.MaxPollingInterval
        )
        {
            MaxConcurrentActivities = Child(
                root,
                "extensions",
                "durableTask",
                "maxConcurrentActivityFunctions"
            )
                ?.GetInt32(),
            Ignored = [.. Leaves(root, "").Except(Honoured, StringComparer.OrdinalIgnoreCase)],
        };
    }

    private static IEnumerable<string> Leaves(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object
            ? element
                .EnumerateObject()
                .SelectMany(child =>
                    Leaves(child.Value, path.Length == 0 ? child.Name : $"{path}.{child.Name}")
                )
            : [path];

    private static TimeSpan? Span(JsonElement? element) =>
        element is { } given
            ? TimeSpan.Parse(given.GetString()!, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static JsonElement? Child(JsonElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (
                element is not { ValueKind: JsonValueKind.Object } parent
                || !parent.TryGetProperty(name, out var child)
            )
            {
                return null;
            }

            element = child;
        }

        return element;
    }
}
