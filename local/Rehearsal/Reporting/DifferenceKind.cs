namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>What can differ between the rehearsals of two plans.</summary>
public enum DifferenceKind
{
    /// <summary>An instant of the plan that decides.</summary>
    Instant,

    /// <summary>A mail, by when it is sent.</summary>
    Mail,

    /// <summary>A personal link, by when it ends.</summary>
    Link,

    /// <summary>A timer of a process, by when it fires.</summary>
    Timer,
}
