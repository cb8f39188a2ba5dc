namespace ProgramReview.Conformance.Reference;

/// <summary>The case cannot be judged on this host.</summary>
internal sealed class CannotTellException(string message) : Exception(message);
