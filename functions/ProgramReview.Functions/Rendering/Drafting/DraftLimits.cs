namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>How much of what grows with the number of reports a document takes; of more it says where the rest is.</summary>
/// <param name="Rows">So many rows of a list of reports.</param>
/// <param name="Texts">Of so many reports the texts are taken; where there are more, those of none.</param>
internal sealed record DraftLimits(int Rows, int Texts)
{
    /// <summary>Of a document that is never held: nobody reads the texts of more reports in one file, and each has to be opened for every section.</summary>
    public static readonly DraftLimits Written = new(int.MaxValue, Texts: 1_000);

    /// <summary>Of a document that is held until it is finished.</summary>
    public static readonly DraftLimits Held = new(Rows: 2_000, Texts: 200);
}
