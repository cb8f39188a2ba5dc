namespace ProgramReview.Conformance.Suite;

/// <summary>What nearly every case does; the instance is called "it" unless another is named.</summary>
internal static class HostExtensions
{
    public static async Task StartAsync(
        this IConformanceHost host,
        TaskName name,
        object? input = null,
        string id = "it"
    )
    {
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            name,
            input,
            new StartOrchestrationOptions(id)
        );
        await host.SettleAsync();
    }

    public static async Task RaiseAsync(
        this IConformanceHost host,
        string eventName,
        object? payload = null,
        string id = "it"
    )
    {
        await host.Client.RaiseEventAsync(id, eventName, payload);
        await host.SettleAsync();
    }

    /// <summary>The instance as it is now.</summary>
    public static async Task<OrchestrationMetadata> GetAsync(
        this IConformanceHost host,
        string id = "it"
    )
    {
        var instance = await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true);
        Assert.True(instance is not null, $"There is no instance '{id}'.");
        return instance;
    }

    public static async Task<OrchestrationRuntimeStatus> StatusAsync(
        this IConformanceHost host,
        string id = "it"
    ) => (await host.GetAsync(id)).RuntimeStatus;

    /// <summary>Waits for the end, which must be a good one.</summary>
    public static async Task<T?> ResultAsync<T>(this IConformanceHost host, string id = "it")
    {
        var instance = await host.EndAsync(id);
        Assert.True(
            instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed,
            $"'{id}' is {instance.RuntimeStatus}: {instance.SerializedOutput} {instance.FailureDetails}"
        );
        return instance.ReadOutputAs<T>();
    }

    /// <summary>Starts an orchestration and waits for its good end.</summary>
    public static async Task<T?> RunAsync<T>(
        this IConformanceHost host,
        TaskName name,
        object? input = null
    )
    {
        await host.StartAsync(name, input);
        return await host.ResultAsync<T>();
    }

    /// <summary>Waits for the end, which must be a failure.</summary>
    public static async Task<TaskFailureDetails> FailureAsync(
        this IConformanceHost host,
        string id = "it"
    )
    {
        var instance = await host.EndAsync(id);
        Assert.True(
            instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed,
            $"'{id}' is {instance.RuntimeStatus}: {instance.SerializedOutput}"
        );
        Assert.NotNull(instance.FailureDetails);
        return instance.FailureDetails;
    }

    /// <summary>Holds what "it" asked for against what it should have.</summary>
    public static Task ActedAsync(this IConformanceHost host, params string[] expected) =>
        host.ActedAsAsync("it", expected);

    public static async Task ActedAsAsync(
        this IConformanceHost host,
        string id,
        params string[] expected
    )
    {
        if (await host.ActionsAsync(id) is { } actions)
        {
            Assert.Equal(expected, actions);
        }
    }
}
