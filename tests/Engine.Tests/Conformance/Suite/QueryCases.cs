namespace ProgramReview.Conformance.Suite;

internal static class QueryCases
{
    [Rule("127", "A missing instance is null.")]
    public static async Task A_missing_instance_is_null(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Register);
        await host.StartAsync("Wait", 1);

        Assert.Null(await host.Client.GetInstanceAsync("nobody", getInputsAndOutputs: true));
        Assert.NotNull(await host.Client.GetInstanceAsync("it"));
        await host.ActedAsync();
    }

    [Rule(
        "127",
        "Without payloads there is no input, output, status or failure, and reading one is an error."
    )]
    public static async Task Payloads_come_only_if_asked_for(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Register);
        await host.StartAsync("Fail", 1);
        await host.EndAsync("it");
        var bare = (await host.Client.GetInstanceAsync("it"))!;
        var full = await host.GetAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, bare.RuntimeStatus);
        Assert.Null(bare.SerializedInput);
        Assert.Null(bare.SerializedOutput);
        Assert.Null(bare.SerializedCustomStatus);
        Assert.Null(bare.FailureDetails);
        Assert.Throws<InvalidOperationException>(() => bare.ReadInputAs<int>());
        Assert.Throws<InvalidOperationException>(() => bare.ReadOutputAs<string>());
        Assert.Throws<InvalidOperationException>(() => bare.ReadCustomStatusAs<string>());
        Assert.Equal(1, full.ReadInputAs<int>());
        Assert.Equal("failing", full.ReadCustomStatusAs<string>());
        Assert.Equal("no", full.FailureDetails?.ErrorMessage);
        await host.ActedAsync();
    }

    [Rule("128", "A query takes any of its statuses and the ids that begin as told.")]
    public static async Task A_query_filters_by_status_and_id(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Register);
        await host.StartAsync("Wait", 1, "a-1");
        await host.StartAsync("Wait", 1, "a-2");
        await host.StartAsync("Wait", 1, "b-1");
        await host.StartAsync("Fail", 1, "a-3");
        await host.EndAsync("a-3");
        await host.RaiseAsync("Go", 1, "a-2");
        await host.EndAsync("a-2");
        OrchestrationRuntimeStatus[] ended =
        [
            OrchestrationRuntimeStatus.Failed,
            OrchestrationRuntimeStatus.Completed,
        ];

        Assert.Equal(["a-2", "a-3"], await IdsAsync(host, new() { Statuses = ended }));
        Assert.Equal(
            ["a-1", "a-2", "a-3"],
            await IdsAsync(host, new() { InstanceIdPrefix = "a-" })
        );
        Assert.Equal(
            ["b-1"],
            await IdsAsync(
                host,
                new() { InstanceIdPrefix = "b", Statuses = [OrchestrationRuntimeStatus.Running] }
            )
        );
        Assert.Empty(await IdsAsync(host, new() { InstanceIdPrefix = "c" }));
        Assert.Equal(4, (await IdsAsync(host, null)).Length);
        await host.ActedAsAsync("a-1");
    }

    [Rule("128", "The beginning of an id minds its case.")]
    public static async Task The_beginning_of_an_id_minds_its_case(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Register);
        await host.StartAsync("Wait", 1, "a-1");

        Assert.Empty(await IdsAsync(host, new() { InstanceIdPrefix = "A" }));
        await host.ActedAsAsync("a-1");
    }

    [Rule("128", "The times of creation that bound a query are part of it.")]
    public static async Task The_bounds_of_a_query_are_inclusive(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Register);
        foreach (var id in new[] { "a", "b", "c" })
        {
            await host.StartAsync("Wait", 1, id);
            await host.PassAsync(0.2 * world.Beat);
        }

        var from = (await host.GetAsync("b")).CreatedAt;
        var to = (await host.GetAsync("c")).CreatedAt;
        Assert.Equal(["b", "c"], await IdsAsync(host, new() { CreatedFrom = from }));
        Assert.Equal(["a", "b"], await IdsAsync(host, new() { CreatedTo = from }));
        Assert.Equal(
            ["b", "c"],
            await IdsAsync(host, new() { CreatedFrom = from, CreatedTo = to })
        );
        await host.ActedAsAsync("a");
    }

    [Rule("128, 130", "A query comes in pages; a token goes on behind the last.")]
    public static async Task A_query_comes_in_pages(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Register);
        for (var n = 0; n < 7; n++)
        {
            await host.Client.ScheduleNewOrchestrationInstanceAsync(
                "Wait",
                1,
                new StartOrchestrationOptions($"{n}")
            );
        }

        await host.SettleAsync();
        var pages = new List<Page<OrchestrationMetadata>>();
        await foreach (
            var page in host.Client.GetAllInstancesAsync(new() { PageSize = 3 }).AsPages()
        )
        {
            pages.Add(page);
        }

        var token = pages[0].ContinuationToken;
        Assert.NotNull(token);
        Assert.All(pages, page => Assert.True(page.Values.Count <= 3));
        Assert.Equal(
            7,
            pages.SelectMany(page => page.Values).Select(one => one.InstanceId).Distinct().Count()
        );
        Assert.Equal(
            7 - pages[0].Values.Count,
            (await IdsAsync(host, new() { PageSize = 3, ContinuationToken = token })).Length
        );
        await host.ActedAsAsync("0");
    }

    [Rule("129", "A query with payloads shows them all.")]
    public static async Task A_query_shows_payloads_if_asked(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Register);
        await host.StartAsync("Fail", 7);
        await host.EndAsync("it");
        var full = new List<OrchestrationMetadata>();
        await foreach (
            var one in host.Client.GetAllInstancesAsync(new() { FetchInputsAndOutputs = true })
        )
        {
            full.Add(one);
        }

        Assert.Equal(7, Assert.Single(full).ReadInputAs<int>());
        Assert.Equal("failing", full[0].ReadCustomStatusAs<string>());
        Assert.NotNull(full[0].SerializedOutput);
        await host.ActedAsync();
    }

    [Rule("131", "Completed, Failed and Terminated are ends; only Running is running.")]
    public static async Task An_instance_says_whether_it_has_ended(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Register);
        await host.StartAsync("Wait", 1, "running");
        await host.StartAsync("Wait", 1, "suspended");
        await host.Client.SuspendInstanceAsync("suspended", "pause");
        await host.StartAsync("Wait", 1, "terminated");
        await host.Client.TerminateInstanceAsync("terminated");
        await host.StartAsync("Fail", 1, "failed");
        await host.EndAsync("failed");
        await host.EndAsync("terminated");

        Assert.Equal("True False", await SayAsync("running"));
        Assert.Equal("False False", await SayAsync("suspended"));
        Assert.Equal("False True", await SayAsync("terminated"));
        Assert.Equal("False True", await SayAsync("failed"));
        await host.ActedAsAsync("running");

        async Task<string> SayAsync(string id)
        {
            var instance = await host.GetAsync(id);
            return $"{instance.IsRunning} {instance.IsCompleted}";
        }
    }

    [Rule(
        "132, 133",
        "Who waits for a start or an end waits for an instance that comes later, too, and can give up."
    )]
    public static async Task Waits_outlast_a_missing_instance_and_can_be_given_up(
        IConformanceWorld world
    )
    {
        await using var host = await world.StartAsync(Register);
        using var patience = new CancellationTokenSource();
        var lost = host.Client.WaitForInstanceCompletionAsync("nobody", patience.Token);
        var start = host.Client.WaitForInstanceStartAsync("it");
        var end = host.Client.WaitForInstanceCompletionAsync("it", getInputsAndOutputs: true);
        await host.StartAsync("Wait", 1);
        Assert.Equal("Wait", (await start.WaitAsync(Patience)).Name);
        Assert.False(end.IsCompleted);
        await host.RaiseAsync("Go", 5);

        Assert.Equal(5, (await end.WaitAsync(Patience)).ReadOutputAs<int>());
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lost);
        await host.ActedAsync();
    }

    private static async Task<string[]> IdsAsync(IConformanceHost host, OrchestrationQuery? query)
    {
        var ids = new List<string>();
        await foreach (var one in host.Client.GetAllInstancesAsync(query))
        {
            ids.Add(one.InstanceId);
        }

        return [.. ids.Order(StringComparer.Ordinal)];
    }

    private static void Register(DurableTaskRegistry tasks) =>
        tasks
            .AddOrchestratorFunc<int, int>(
                "Wait",
                (context, _) => context.WaitForExternalEvent<int>("Go")
            )
            .AddOrchestratorFunc<int, int>(
                "Fail",
                (context, _) =>
                {
                    context.SetCustomStatus("failing");
                    return Task.FromException<int>(new InvalidOperationException("no"));
                }
            );
}
