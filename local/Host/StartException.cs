namespace ProgramReview.Local.Host;

/// <summary>The host cannot start or go on; the message says in one line what to do about it.</summary>
internal sealed class StartException(string message) : Exception(message);
