using System.Text.Json.Serialization;

namespace ProgramReview.Core.Compiling;

/// <summary>What a dossier says of a report beside which file counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DossierException>))]
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

    /// <summary>What came on time was corrected after the close.</summary>
    Corrected,

    /// <summary>Operations recorded a file for the body.</summary>
    OnBehalf,

    /// <summary>It was opened again, or sent back.</summary>
    Reopened,

    /// <summary>A finding was overruled.</summary>
    Overruled,

    /// <summary>A query was explained.</summary>
    Explained,

    /// <summary>A query was not explained by anybody.</summary>
    Unexplained,
}
