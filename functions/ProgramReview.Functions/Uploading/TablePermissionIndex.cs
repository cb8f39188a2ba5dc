using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>Outstanding names as table rows, a cycle's together and an assignment's next to each other.</summary>
internal sealed class TablePermissionIndex(TableServiceClient tables) : IPermissionIndex
{
    private const string Permission = nameof(Permission);
    private readonly TableClient table = tables.GetTableClient(StorageNames.PermissionsTable);

    /// <inheritdoc/>
    public Task AddAsync(
        OutstandingPermission permission,
        CancellationToken cancellation = default
    ) =>
        table.UpsertEntityAsync(
            new TableEntity(permission.Assignment.Cycle.Value, RowKeyOf(permission))
            {
                [Permission] = JsonSerializer.Serialize(permission),
            },
            TableUpdateMode.Replace,
            cancellation
        );

    /// <inheritdoc/>
    public Task RemoveAsync(
        OutstandingPermission permission,
        CancellationToken cancellation = default
    ) =>
        table.DeleteEntityAsync(
            permission.Assignment.Cycle.Value,
            RowKeyOf(permission),
            cancellationToken: cancellation
        );

    /// <inheritdoc/>
    public async IAsyncEnumerable<OutstandingPermission> ListAsync(
        CycleId cycle,
        AssignmentId? assignment = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var filter = assignment is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {cycle.Value}")
            : TableClient.CreateQueryFilter(
                $"PartitionKey eq {cycle.Value} and RowKey ge {assignment + "|"} and RowKey lt {assignment + "}"}"
            );
        await foreach (
            var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            yield return JsonSerializer.Deserialize<OutstandingPermission>(
                row.GetString(Permission)
            )!;
        }
    }

    // A blob's name contains slashes, which a key cannot.
    private static string RowKeyOf(OutstandingPermission permission) =>
        $"{permission.Assignment}|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(permission.BlobName)))}";
}
