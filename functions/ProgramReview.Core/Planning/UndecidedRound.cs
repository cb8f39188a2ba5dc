using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>What becomes of a round that closes undecided. Silence never approves.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UndecidedRound>))]
public enum UndecidedRound
{
    /// <summary>Operations choose what comes next.</summary>
    Ask,

    /// <summary>It counts as rejected.</summary>
    Reject,

    /// <summary>It stays open as long again, once; then operations choose.</summary>
    Extend,
}
