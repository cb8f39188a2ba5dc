namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>What a played person writes into a cell.</summary>
public abstract record AnnexEntry
{
    private AnnexEntry() { }

    /// <summary>A number.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Number(decimal Value) : AnnexEntry;

    /// <summary>Text, also where a number belongs.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Words(string Text) : AnnexEntry;
}
