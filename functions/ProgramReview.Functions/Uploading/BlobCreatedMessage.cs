using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>The message that tells of a created blob, in the form in which storage events arrive.</summary>
public static class BlobCreatedMessage
{
    private const string BlobCreated = "Microsoft.Storage.BlobCreated";

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
        name = EventMessage.Find(message, BlobCreated) is { } happening
            ? EventMessage.NameBehind(happening, SubjectPrefix, begins: true)
            : null;
        return name is not null;
    }
}
