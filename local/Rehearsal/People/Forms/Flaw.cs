using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>Something wrong in a file that a played person sends, and where: whoever reads the file should find it, and nothing else.</summary>
public abstract record Flaw
{
    private Flaw() { }

    /// <summary>A section of the report.</summary>
    /// <param name="Habit">What was done to it.</param>
    /// <param name="Section">The section.</param>
    public sealed record InSection(OutlineHabit Habit, OutlineSection Section) : Flaw;

    /// <summary>A value of the annex.</summary>
    /// <param name="Habit">What was done to it.</param>
    /// <param name="Indicator">The code of its row.</param>
    /// <param name="Period">The code of its column.</param>
    public sealed record InValue(AnnexHabit Habit, string Indicator, string Period) : Flaw;

    /// <summary>The whole file.</summary>
    /// <param name="Wrong">What it is instead.</param>
    public sealed record OfFile(WrongFile Wrong) : Flaw;
}
