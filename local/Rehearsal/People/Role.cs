namespace ProgramReview.Local.Rehearsal.People;

/// <summary>What becomes of an assignment, as far as its body has a say.</summary>
internal enum Role
{
    /// <summary>Sent before it is due.</summary>
    OnTime,

    /// <summary>Sent after it was due.</summary>
    Late,

    /// <summary>Never sent.</summary>
    Never,

    /// <summary>An extension is asked for, and the report sent within it; late if it is not granted.</summary>
    AsksExtension,
}
