using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace ProgramReview.Local.Engine.Running;

/// <summary>Runs one step of one orchestration. It touches nothing but the instance it is given, and decides nothing about others.</summary>
internal sealed class Stepper(
    IReadOnlyDictionary<TaskName, Func<IServiceProvider, ITaskOrchestrator>> orchestrators,
    IServiceProvider services,
    DataConverter converter,
    ILoggerFactory loggers,
    Action<Instance> foreign
)
{
    /// <summary>What the step comes to; null if the instance can have nothing of its mail now.</summary>
    public StepResult? Run(Instance instance, MailboxView mail, DateTimeOffset now)
    {
        var step = new Step(instance, mail, now, converter);

        // Code, services, payloads and exceptions are other people's. Whatever they throw fails this instance, here and nowhere else.
#pragma warning disable CA1031
        try
        {
            return step.Run(() => Revive(instance));
        }
        catch (InstanceFault fault)
        {
            return step.Fail(fault.Details);
        }
        catch (Exception exception)
        {
            return step.Fail(Failures.Of(exception));
        }
#pragma warning restore CA1031
    }

    private OrchestrationRun Revive(Instance instance)
    {
        var run = new OrchestrationRun(
            instance.Row,
            orchestrators.TryGetValue(new TaskName(instance.Row.Name), out var factory)
                ? factory(services)
                : null,
            converter,
            loggers,
            () => foreign(instance)
        );
        run.Replay(instance.History);
        return run;
    }
}
