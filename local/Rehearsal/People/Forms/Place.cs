namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>Marks in a filled form where stands what each body writes for itself; all else is the same for bodies of one kind.</summary>
internal static class Place
{
    /// <summary>The body's name.</summary>
    public const string Body = "body";

    /// <summary>The name of the body above it.</summary>
    public const string Superior = "superior";

    /// <summary>The assignment's id.</summary>
    public const string Assignment = "assignment";

    /// <summary>The hash of the annex definition.</summary>
    public const string Annex = "annex";

    /// <summary>The number of the document.</summary>
    public const string Number = "number";

    /// <summary>The day on which it is written.</summary>
    public const string Day = "day";

    /// <summary>The month.</summary>
    public const string Month = "month";

    /// <summary>The year.</summary>
    public const string Year = "year";

    /// <summary>What tells one version from another.</summary>
    public const string Note = "note";

    /// <summary>What a place begins with.</summary>
    public const string Opens = "\u27E6";

    /// <summary>What it ends with.</summary>
    public const string Closes = "\u27E7";

    /// <summary>The place of a value.</summary>
    public static string Value(string indicator, string period) => $"{indicator}/{period}";

    /// <summary>How a place stands in the text.</summary>
    public static string Mark(string place) => $"{Opens}{place}{Closes}";
}
