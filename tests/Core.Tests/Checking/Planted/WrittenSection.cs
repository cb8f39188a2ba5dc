namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>A section as its author meant it.</summary>
internal sealed class WrittenSection(string code, string title, List<string> body)
{
    public string Code { get; } = code;

    public string Title { get; set; } = title;

    public List<string> Body { get; set; } = body;

    /// <summary>Whether the form's mark is still at its heading.</summary>
    public bool KeepsMark { get; set; } = true;
}
