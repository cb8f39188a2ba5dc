using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>The message that tells of a created blob, in the form in which storage events arrive.</summary>
public static class BlobCreatedMessage
{
    private const string BlobCreated = "Microsoft.Storage.BlobCreated";
    private const int MaxMessageLength = 64 * 1024;
    private const int MaxNameLength = 1024;

    private const string SubjectPrefix =
        $"/blobServices/default/containers/{StorageNames.SubmissionsContainer}/blobs/";

    /// <summary>Writes a message as Event Grid would.</summary>
    /// <param name="blobName">The created blob.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="at">When.</param>
    public static string Write(string blobName, string id, DateTimeOffset at) =>
        new JsonObject
        {
            ["id"] = id,
            ["eventType"] = BlobCreated,
            ["subject"] = SubjectPrefix + blobName,
            ["eventTime"] = at,
            ["dataVersion"] = "",
            ["metadataVersion"] = "1",
            ["data"] = new JsonObject { ["api"] = "PutBlob" },
        }.ToJsonString();

    /// <summary>
    /// Reads which submission was created, from an event in the Event Grid or the CloudEvents schema, alone or as an array of one.
    /// </summary>
    /// <param name="message">Whatever stood on the queue.</param>
    /// <param name="name">The blob's name in the container of submissions.</param>
    /// <returns>False if the message is anything else.</returns>
    public static bool TryReadBlobName(string? message, [NotNullWhen(true)] out string? name)
    {
        name = null;
        if (message is not { Length: > 0 and <= MaxMessageLength })
        {
            return false;
        }
        try
        {
            using var document = JsonDocument.Parse(message);
            name = NameIn(Single(document.RootElement));
        }
        catch (JsonException)
        {
            return false;
        }
        return name is not null;
    }

    private static JsonElement Single(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1 ? root[0] : root;

    private static string? NameIn(JsonElement happening)
    {
        if (
            happening.ValueKind != JsonValueKind.Object
            || (TextOf(happening, "eventType") ?? TextOf(happening, "type")) != BlobCreated
            || TextOf(happening, "subject") is not { } subject
            || !subject.StartsWith(SubjectPrefix, StringComparison.Ordinal)
        )
        {
            return null;
        }
        var name = subject[SubjectPrefix.Length..];
        return name.Length is > 0 and <= MaxNameLength && !name.Any(char.IsControl) ? name : null;
    }

    private static string? TextOf(JsonElement happening, string property)
    {
        if (
            !happening.TryGetProperty(property, out var value)
            || value.ValueKind != JsonValueKind.String
        )
        {
            return null;
        }
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON but no text.
            return null;
        }
    }
}
