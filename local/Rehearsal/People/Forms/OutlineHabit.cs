namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>How a played person writes a report; what is wrong is wrong in the last section.</summary>
public enum OutlineHabit
{
    /// <summary>Every section, long enough.</summary>
    Complete,

    /// <summary>Every section, one under another heading in use.</summary>
    RenamesHeading,

    /// <summary>A section is left as it came.</summary>
    LeavesHint,

    /// <summary>A section says next to nothing.</summary>
    WritesTooLittle,

    /// <summary>A section is missing.</summary>
    DropsSection,
}
