namespace ProgramReview.FunctionsHost.App;

/// <summary>The app cannot be run as it is; the message says why.</summary>
internal sealed class AppFault(string message) : Exception(message);
