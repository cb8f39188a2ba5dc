using Microsoft.Extensions.Logging;
using ProgramReview.FunctionsHost.Worker.Wire;

namespace ProgramReview.FunctionsHost.Worker;

/// <summary>Puts what the worker logs among the host's own lines.</summary>
internal sealed class WorkerLog(ILoggerFactory loggers)
{
    public void Write(RpcLog line)
    {
        // As the real host does: what an app logs is shown with its invocation, or not at all.
        if (line.LogCategory == RpcLog.Types.LogCategory.User && line.InvocationId.Length == 0)
        {
            return;
        }
        var text = line.Exception is { } fault
            ? $"{line.Message}\n{fault.Message}\n{fault.StackTrace}"
            : line.Message;
        loggers
            .CreateLogger($"Worker.{line.Category}")
            .Log((LogLevel)(int)line.Level, "{Line}", text);
    }
}
