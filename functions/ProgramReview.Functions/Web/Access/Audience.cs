namespace ProgramReview.Functions.Web.Access;

/// <summary>Who may call an HTTP function.</summary>
public enum Audience
{
    /// <summary>Operations only; what is not marked is theirs.</summary>
    Operators,

    /// <summary>Auditors and operations; nothing that changes anything.</summary>
    Auditors,

    /// <summary>The whole staff; nothing that changes anything.</summary>
    Viewers,

    /// <summary>Whoever holds a capability link; the function itself opens it.</summary>
    LinkHolders,

    /// <summary>Everybody, signed in or not, with a link or without.</summary>
    Everybody,
}
