namespace ProgramReview.Functions.Narrative;

/// <summary>Why nothing of a report is shown.</summary>
public enum TextGap
{
    /// <summary>No report counts.</summary>
    NoReport,

    /// <summary>A report counts, and nothing could be read of it.</summary>
    NotRead,

    /// <summary>The section was not found.</summary>
    NoSection,

    /// <summary>The section was found and says nothing.</summary>
    Empty,
}
