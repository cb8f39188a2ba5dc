using Microsoft.Extensions.Logging;
using ProgramReview.FunctionsHost.Worker.Wire;

namespace ProgramReview.FunctionsHost.Worker;

/// <summary>Puts what the worker logs among the host's own lines.</summary>
internal sealed class WorkerLog(ILoggerFactory loggers)
{
    public void Write(RpcLog line)
    {
        var text = line.Exception is { } fault
            ? $"{line.Message}\n{fault.Message}\n{fault.StackTrace}"
            : line.Message;
        loggers
            .CreateLogger($"Worker.{line.Category}")
            .Log((LogLevel)(int)line.Level, "{Line}", text);
    }
}
