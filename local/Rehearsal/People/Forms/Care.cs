namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>With how much care a file is made.</summary>
public enum Care
{
    /// <summary>As it was asked for.</summary>
    Full,

    /// <summary>The right form with a fault in it.</summary>
    Little,

    /// <summary>The wrong file.</summary>
    None,
}
