namespace ProgramReview.Core.Planning;

/// <summary>What a check looks at.</summary>
public enum CheckedContent
{
    /// <summary>Every file, whatever it is for.</summary>
    File,

    /// <summary>The text of the report.</summary>
    Text,

    /// <summary>The figures of the data annex.</summary>
    Figures,

    /// <summary>The text and the figures of one report, side by side.</summary>
    Pair,

    /// <summary>The figures of several reports, side by side.</summary>
    Reports,
}
