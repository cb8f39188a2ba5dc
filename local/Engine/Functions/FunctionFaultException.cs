namespace ProgramReview.Local.Engine.Functions;

/// <summary>A function's declaration cannot be run here; the message says why and what to do, without naming the method.</summary>
internal sealed class FunctionFaultException(string message) : Exception(message);
