using System.Globalization;
using Azure.Data.Tables;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Answers as rows of the index: whoever drops it loses nothing but a notice.</summary>
internal sealed class TableFormAnswerStore(TableServiceClient tables) : IFormAnswerStore
{
    private const string Partition = "form-answers";
    private const string Content = "Content";
    private const string KeptAt = "KeptAt";
    private readonly TableClient table = tables.GetTableClient(StorageNames.IndexTable);

    /// <inheritdoc/>
    public async Task PutAsync(
        string key,
        string content,
        DateTimeOffset keptAt,
        CancellationToken cancellation = default
    )
    {
        var row = new TableEntity(Partition, TableKey.Checked(key)) { [KeptAt] = Show(keptAt) };
        LongText.Write(row, Content, content);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <inheritdoc/>
    public async Task<(string Content, DateTimeOffset KeptAt)?> FindAsync(
        string key,
        CancellationToken cancellation = default
    )
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            Partition,
            TableKey.Checked(key),
            cancellationToken: cancellation
        );
        return found.HasValue
            ? (
                LongText.Read(found.Value!, Content),
                DateTimeOffset.Parse(found.Value!.GetString(KeptAt), CultureInfo.InvariantCulture)
            )
            : null;
    }

    /// <inheritdoc/>
    public async Task EraseAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Partition} and KeptAt lt {Show(before)}"
        );
        var old = table.QueryAsync<TableEntity>(
            filter,
            select: ["PartitionKey", "RowKey"],
            cancellationToken: cancellation
        );
        await foreach (var row in old)
        {
            await table.DeleteEntityAsync(Partition, row.RowKey, cancellationToken: cancellation);
        }
    }

    // Product time as text that sorts: tables take no instant before 1601, clocks of tests may stand anywhere.
    private static string Show(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
