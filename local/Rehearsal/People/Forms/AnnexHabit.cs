namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>How a played person fills in an annex; what is wrong is wrong in the first row.</summary>
public enum AnnexHabit
{
    /// <summary>Every value, as it should be.</summary>
    Complete,

    /// <summary>A value is not known, and the reason is given.</summary>
    LeavesOutWithReason,

    /// <summary>A value is left out, and no reason is given.</summary>
    LeavesOut,

    /// <summary>Words where a number belongs.</summary>
    WritesWords,

    /// <summary>A number as text with a separator that can mean two things.</summary>
    WritesNumberAsText,

    /// <summary>A value beyond the bounds.</summary>
    ExceedsBounds,
}
