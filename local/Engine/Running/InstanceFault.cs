using Microsoft.DurableTask;

namespace ProgramReview.Local.Engine.Running;

/// <summary>The engine itself finds that an instance cannot go on.</summary>
internal sealed class InstanceFault(TaskFailureDetails details) : Exception(details.ErrorMessage)
{
    public TaskFailureDetails Details => details;
}
