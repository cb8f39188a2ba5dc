using System.Text.Json;

namespace ProgramReview.Local.Host.Functions;

/// <summary>Reads a queue message as the type that a function asks for.</summary>
internal static class QueueMessageReader
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true,
    };

    /// <summary>The message as text, bytes, or an object read from JSON.</summary>
    public static object? Read(BinaryData message, Type type) =>
        type == typeof(string) ? message.ToString()
        : type == typeof(BinaryData) ? message
        : type == typeof(byte[]) ? message.ToArray()
        : JsonSerializer.Deserialize(message, type, Json);
}
