namespace ProgramReview.Core.Compiling;

/// <summary>What a dossier says of a report beside which file counts.</summary>
public enum DossierException
{
    /// <summary>It came late.</summary>
    Late,

    /// <summary>It did not come, or not whole.</summary>
    Missing,

    /// <summary>The body was exempted.</summary>
    Exempt,

    /// <summary>Its deadline was moved.</summary>
    Extended,

    /// <summary>A file that came after the close was admitted.</summary>
    Admitted,

    /// <summary>A finding was overruled.</summary>
    Overruled,

    /// <summary>A query was explained.</summary>
    Explained,
}
