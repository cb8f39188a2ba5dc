using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Local.Host.Keeping;

/// <summary>Knows where in storage anything of a cycle lies, by the keys and names that the product gives.</summary>
internal sealed class CyclePlaces(
    TableServiceClient tables,
    BlobServiceClient blobs,
    IEventStore record,
    ICycleIndex index
)
{
    private static readonly string[] KeysOnly =
    [
        nameof(TableEntity.PartitionKey),
        nameof(TableEntity.RowKey),
    ];

    /// <summary>Counts what lies in each table.</summary>
    public async Task<IReadOnlyList<Place>> CountRowsAsync(
        CycleId cycle,
        CancellationToken cancellation
    )
    {
        var places = new List<Place>();
        foreach (var table in StorageNames.Tables)
        {
            places.Add(
                new Place(
                    table,
                    await RowsAsync(table, cycle, cancellation).CountAsync(cancellation)
                )
            );
        }
        return places;
    }

    /// <summary>The keys of a cycle's rows in a table.</summary>
    public IAsyncEnumerable<TableEntity> RowsAsync(
        string table,
        CycleId cycle,
        CancellationToken cancellation
    )
    {
        var client = tables.GetTableClient(table);
        // An assignment's id is the cycle's, a full stop, and more; the slash comes next to it in the order of characters.
        var (from, to) = ($"{cycle}.", $"{cycle}/");
        return table switch
        {
            StorageNames.RecordTable => Query(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {cycle.Value} or (PartitionKey gt {from} and PartitionKey lt {to})"
                )
            ),
            StorageNames.IndexTable => Query(null).Where(row => IsOfIndex(row, cycle)),
            // Each link is a partition of its own; whose it is stands inside.
            StorageNames.LinksTable => client
                .QueryAsync<TableEntity>(cancellationToken: cancellation)
                .Where(row =>
                    JsonSerializer.Deserialize<Link>(row.GetString(nameof(Link)))!.Cycle == cycle
                ),
            _ => Query(TableClient.CreateQueryFilter($"PartitionKey eq {cycle.Value}")),
        };

        IAsyncEnumerable<TableEntity> Query(string? filter) =>
            client.QueryAsync<TableEntity>(filter, null, KeysOnly, cancellation);
    }

    /// <summary>A cycle's blobs in a container.</summary>
    public async IAsyncEnumerable<BlobItem> BlobsAsync(
        string container,
        CycleId cycle,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var client = blobs.GetBlobContainerClient(container);
        var isSubmissions = container == StorageNames.SubmissionsContainer;
        var plan = isSubmissions ? null : await OwnPlanAsync(cycle, cancellation);
        var all = client.GetBlobsAsync(
            BlobTraits.None,
            BlobStates.None,
            isSubmissions ? BlobName.PrefixOf(cycle) : null,
            cancellation
        );
        await foreach (var blob in all)
        {
            if (isSubmissions || blob.Name == plan || IsOfDocuments(blob.Name, cycle))
            {
                yield return blob;
            }
        }
    }

    /// <summary>Counts what lies in each container.</summary>
    public async Task<IReadOnlyList<Place>> CountBlobsAsync(
        CycleId cycle,
        CancellationToken cancellation
    )
    {
        var places = new List<Place>();
        foreach (var container in StorageNames.Containers)
        {
            var sizes = await BlobsAsync(container, cycle, cancellation)
                .Select(blob => blob.Properties.ContentLength ?? 0)
                .ToListAsync(cancellation);
            BlobContainerProperties about = await blobs
                .GetBlobContainerClient(container)
                .GetPropertiesAsync(cancellationToken: cancellation);
            places.Add(
                new Place(
                    container,
                    sizes.Count,
                    sizes.Sum(),
                    about.HasImmutabilityPolicy is true || about.HasLegalHold is true
                )
            );
        }
        return places;
    }

    // The kind of document comes first in its name, then the cycle.
    private static bool IsOfDocuments(string name, CycleId cycle) =>
        name.Split('/') is [_, var second, _, ..] && second == cycle.Value;

    // A cycle's own row, and the partitions of what was made from its record: the kind, a bar, the cycle.
    private static bool IsOfIndex(TableEntity row, CycleId cycle) =>
        row.PartitionKey == "cycles"
            ? row.RowKey == cycle.Value
            : row.PartitionKey.Split('|') is [_, var second, ..] && second == cycle.Value;

    // Plans are named by their hash, and several cycles may run on the same one.
    private async Task<string?> OwnPlanAsync(CycleId cycle, CancellationToken cancellation)
    {
        if (await PlanOfAsync(cycle, cancellation) is not { } plan)
        {
            return null;
        }
        foreach (var other in await index.ListCyclesAsync(cancellation))
        {
            if (other != cycle && await PlanOfAsync(other, cancellation) == plan)
            {
                return null;
            }
        }
        return PlanStore.NameOf(plan);
    }

    private async Task<string?> PlanOfAsync(CycleId cycle, CancellationToken cancellation) =>
        (await record.ReadAsync(cycle.Stream, cancellation)).Cycle.Start?.PlanHash;
}
