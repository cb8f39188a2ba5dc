using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>How a window treats checks of content: how long it waits for them, and what can be mended after its close.</summary>
/// <param name="Wait">How long an outstanding check is waited for, from the close or from when the file came, whichever is later.</param>
/// <param name="Corrections">How long after the close a part that came on time can be corrected; null: not at all.</param>
public sealed record CheckTerms(
    TimeSpan Wait,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        TimeSpan? Corrections = null
)
{
    /// <summary>What holds where a plan says nothing.</summary>
    public static readonly CheckTerms Unsaid = new(TimeSpan.FromHours(1));
}
