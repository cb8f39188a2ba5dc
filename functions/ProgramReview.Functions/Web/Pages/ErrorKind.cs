namespace ProgramReview.Functions.Web.Pages;

/// <summary>The errors that a reader is told about.</summary>
public enum ErrorKind
{
    /// <summary>There is no such page.</summary>
    NotFound,

    /// <summary>What was sent exceeds the limit of the form.</summary>
    TooLarge,

    /// <summary>The form could not be read; it is sent again from the page.</summary>
    BadRequest,

    /// <summary>A file is withheld for ever: malware was found in it.</summary>
    Infected,

    /// <summary>A file is withheld until a scanner has looked at it.</summary>
    NotScanned,

    /// <summary>Something went wrong on our side.</summary>
    Unexpected,

    /// <summary>The service is busy or being maintained.</summary>
    Unavailable,
}
