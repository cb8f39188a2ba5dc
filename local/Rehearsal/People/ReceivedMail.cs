using System.Text.RegularExpressions;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>A mail as its receiver has it: the message id and the text.</summary>
/// <param name="Id">The message id: <c>subject~occasion~person</c>.</param>
/// <param name="Text">The plain-text body.</param>
public sealed partial record ReceivedMail(string Id, string Text)
{
    /// <summary>What it is about: an assignment id, or a round's number.</summary>
    public string Subject => Id.Split('~')[0];

    /// <summary>Why it came, for example <c>request-1-0</c>.</summary>
    public string Occasion => Id.Split('~') is [_, var occasion, _] ? occasion : "";

    /// <summary>The receiver's id.</summary>
    public string Person => Id.Split('~') is [_, _, var person] ? person : "";

    /// <summary>The personal link in it, or that to the status page, or null.</summary>
    public Uri? Link =>
        PersonalLink().Match(Text) is { Success: true } match ? new Uri(match.Value) : null;

    [GeneratedRegex(@"https?://[^\s<>""]+/(?:[uao]/[A-Za-z0-9._-]+|status/[a-z0-9-]+)")]
    private static partial Regex PersonalLink();
}
