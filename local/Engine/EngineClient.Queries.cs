using System.Collections.Immutable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Local.Engine.Running;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine;

/// <content>Looking at instances, waiting for them, removing them.</content>
internal sealed partial class EngineClient
{
    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return await core.FindAsync(instanceId) is { } row ? Show(row, getInputsAndOutputs) : null;
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(
        OrchestrationQuery? filter = null
    )
    {
        var query = filter ?? new OrchestrationQuery();
        return Pageable.Create<OrchestrationMetadata>(
            async (token, size, cancellation) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var after = token ?? query.ContinuationToken;
                var rows = await core.QueryAsync(row => Matches(row, query, after));
                var page = rows.Take(Math.Max(1, size ?? query.PageSize)).ToList();
                return new(
                    [.. page.Select(row => Show(row, query.FetchInputsAndOutputs))],
                    page.Count < rows.Count ? page[^1].Id : null
                );
            }
        );
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var row = await core.WaitAsync(
            instanceId,
            row => row.Status != OrchestrationRuntimeStatus.Pending,
            cancellation
        );
        return Show(row, getInputsAndOutputs);
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var row = await core.WaitAsync(instanceId, row => !row.IsLive, cancellation);
        return Show(row, getInputsAndOutputs);
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId,
        PurgeInstanceOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (await core.FindAsync(instanceId) is { IsLive: true } row)
        {
            throw new InvalidOperationException(
                $"Cannot purge '{instanceId}': it is {row.Status}."
            );
        }

        return new(await core.PurgeAsync(instanceId, options?.Recursive == true), isComplete: true);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter,
        PurgeInstanceOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(filter);
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        return new(
            await core.PurgeAsync(row => Matches(row, query, null), options?.Recursive == true),
            isComplete: true
        );
    }

    private static bool Matches(InstanceRow row, OrchestrationQuery query, string? after) =>
        (after is null || string.CompareOrdinal(row.Id, after) > 0)
        && (query.CreatedFrom is null || row.CreatedAt >= query.CreatedFrom)
        && (query.CreatedTo is null || row.CreatedAt <= query.CreatedTo)
        && (query.Statuses is null || !query.Statuses.Any() || query.Statuses.Contains(row.Status))
        && (
            query.InstanceIdPrefix is null
            || row.Id.StartsWith(query.InstanceIdPrefix, StringComparison.Ordinal)
        );

    private OrchestrationMetadata Show(InstanceRow row, bool payloads) =>
        new(row.Name, row.Id)
        {
            RuntimeStatus = row.Status,
            CreatedAt = row.CreatedAt,
            LastUpdatedAt = row.UpdatedAt,
            Tags = row.Tags is null
                ? ImmutableDictionary<string, string>.Empty
                : Labels.Read(row.Tags),
            DataConverter = payloads ? converter : null,
            SerializedInput = payloads ? row.Input : null,
            SerializedOutput = payloads ? row.Output : null,
            SerializedCustomStatus = payloads ? row.CustomStatus : null,
            FailureDetails =
                payloads && row.Failure is not null ? Failures.Read(row.Failure) : null,
        };
}
