namespace ProgramReview.Functions.Status;

/// <summary>How far a cycle is, as everybody may know.</summary>
public enum HomePhase
{
    /// <summary>Bodies send their reports.</summary>
    Reporting,

    /// <summary>The dossier is before those who decide.</summary>
    Deciding,

    /// <summary>The dossier may be read by everybody.</summary>
    Published,
}
