namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>A column of values as somebody headed it.</summary>
internal sealed class WrittenColumn(string period, string heading)
{
    public string Period { get; } = period;

    public string Heading { get; set; } = heading;

    /// <summary>Whether the form's hidden code is still above it.</summary>
    public bool HasCode { get; set; } = true;
}
