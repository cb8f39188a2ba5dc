using Google.Protobuf;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using ProgramReview.FunctionsHost.Worker.Wire;

namespace ProgramReview.FunctionsHost.Worker;

/// <summary>Values as they travel between host and worker.</summary>
internal static class Typed
{
    private static readonly JsonSerializerSettings DatesStayText = new()
    {
        DateParseHandling = DateParseHandling.None,
    };

    public static TypedData From(object? value) =>
        value switch
        {
            null => new TypedData(),
            string text => new TypedData { String = text },
            byte[] bytes => new TypedData { Bytes = ByteString.CopyFrom(bytes) },
            double number => new TypedData { Double = number },
            JObject json => new TypedData { Json = json.ToString(Formatting.None) },
            _ => new TypedData { Json = JsonConvert.SerializeObject(value) },
        };

    public static object? To(TypedData? data) =>
        data?.DataCase switch
        {
            null or TypedData.DataOneofCase.None => null,
            TypedData.DataOneofCase.String => data.String,
            TypedData.DataOneofCase.Json => JsonConvert.DeserializeObject(data.Json, DatesStayText),
            TypedData.DataOneofCase.Bytes => data.Bytes.ToByteArray(),
            TypedData.DataOneofCase.Stream => data.Stream.ToByteArray(),
            TypedData.DataOneofCase.Int => data.Int,
            TypedData.DataOneofCase.Double => data.Double,
            var other => throw new NotSupportedException($"A function returned {other}."),
        };
}
