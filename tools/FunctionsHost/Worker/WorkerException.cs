using ProgramReview.FunctionsHost.Worker.Wire;

namespace ProgramReview.FunctionsHost.Worker;

/// <summary>
/// A function failed in the worker. The durable extension reads the failure's details out of this message, so its shape is the host's.
/// </summary>
internal sealed class WorkerException(StatusResult result)
    : Exception(
        $"Result: {result.Result}\nException: {result.Exception?.Message}\nStack: {result.Exception?.StackTrace}"
    );
