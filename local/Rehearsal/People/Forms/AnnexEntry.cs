namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>What a played person writes into a cell.</summary>
internal abstract record AnnexEntry
{
    private AnnexEntry() { }

    /// <summary>A number.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Number(decimal Value) : AnnexEntry;

    /// <summary>The body's own number.</summary>
    /// <param name="Place">The place that it is written to later.</param>
    public sealed record Own(string Place) : AnnexEntry;

    /// <summary>Text, also where a number belongs.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Words(string Text) : AnnexEntry;
}
