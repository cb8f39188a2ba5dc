namespace ProgramReview.Local.Engine.Functions;

/// <summary>A function's declaration cannot be run here; the message says why and what to do.</summary>
internal sealed class FunctionFaultException(string message) : InvalidOperationException(message);
