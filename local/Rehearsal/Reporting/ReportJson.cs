using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>A report as JSON, for programs.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>UTF-8 bytes.</summary>
    public static byte[] Write<T>(T report) => JsonSerializer.SerializeToUtf8Bytes(report, Options);
}
