namespace ProgramReview.Local.Engine;

/// <summary>A store cannot be used or has failed; the message says in one line why, and what to do.</summary>
public sealed class EngineStoreException : Exception
{
    internal EngineStoreException(string message, Exception? inner = null)
        : base(message, inner) { }
}
