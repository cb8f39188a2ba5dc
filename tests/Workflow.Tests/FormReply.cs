using System.Text.Json;

namespace ProgramReview.Workflow.Tests;

/// <summary>What came back.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Location">Where a browser is led, or empty.</param>
/// <param name="Body">The text.</param>
internal sealed record FormReply(int Status, string Location, string Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    /// <summary>The code of a problem.</summary>
    public string? Code => Json.GetProperty("code").GetString();
}
