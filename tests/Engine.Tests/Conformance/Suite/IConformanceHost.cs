namespace ProgramReview.Conformance.Suite;

/// <summary>A running host with its client.</summary>
internal interface IConformanceHost : IAsyncDisposable
{
    DurableTaskClient Client { get; }

    /// <summary>Lets everything run that needs no time to pass.</summary>
    Task SettleAsync();

    /// <summary>Lets time pass, with all that is due meanwhile.</summary>
    Task PassAsync(TimeSpan span);

    /// <summary>Lets time pass until the instance has ended, and gives it with its payloads.</summary>
    Task<OrchestrationMetadata> EndAsync(string instanceId);

    /// <summary>Whatever is kept of running code is dropped, so that it goes on from its history, as after a restart of the process.</summary>
    Task ForgetCodeAsync();

    /// <summary>
    /// What the present generation of an instance asked for, as its history has it, in order: "activity #0 Work", "child #1 Part", "timer #2",
    /// "event #3 Go". Null where the implementation cannot tell.
    /// </summary>
    Task<IReadOnlyList<string>?> ActionsAsync(string instanceId);
}
