namespace ProgramReview.Core.Events;

/// <summary>The kinds of "no"; each has one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>What was sent is not what is taken here.</summary>
    Malformed,

    /// <summary>It was understood, but lacks something or says what cannot be.</summary>
    Unfit,

    /// <summary>What is on record stands in the way.</summary>
    Conflict,
}
