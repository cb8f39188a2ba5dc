using System.Globalization;
using Azure.Data.Tables;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Planning;

/// <summary>Contacts as table rows: a cycle is a partition, the occasion's key the row key.</summary>
internal sealed class TableContactStore(TableServiceClient tables) : IContactStore
{
    private readonly TableClient table = tables.GetTableClient(StorageNames.ContactsTable);

    /// <inheritdoc/>
    public async Task<KeptContact> AddAsync(
        KeptContact contact,
        CancellationToken cancellation = default
    )
    {
        var row = new TableEntity(contact.Cycle.Value, TableKey.Checked(contact.Key))
        {
            [nameof(KeptContact.Document)] = contact.Document,
            [nameof(KeptContact.KeptAt)] = contact.KeptAt.ToString(
                "O",
                CultureInfo.InvariantCulture
            ),
        };
        return await InsertOnly.FindOrAddAsync(table, row, cancellation) is { } first
            ? Read(first)
            : contact;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptContact>> ListAsync(
        CycleId cycle,
        CancellationToken cancellation = default
    )
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {cycle.Value}");
        var contacts = new List<KeptContact>();
        await foreach (
            var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            contacts.Add(Read(row));
        }
        return contacts;
    }

    /// <inheritdoc/>
    public async Task EraseAsync(
        CycleId cycle,
        string key,
        CancellationToken cancellation = default
    ) =>
        await table.DeleteEntityAsync(
            cycle.Value,
            TableKey.Checked(key),
            cancellationToken: cancellation
        );

    private static KeptContact Read(TableEntity row) =>
        new(
            new CycleId(row.PartitionKey),
            row.RowKey,
            row.GetString(nameof(KeptContact.Document)),
            DateTimeOffset.Parse(
                row.GetString(nameof(KeptContact.KeptAt)),
                CultureInfo.InvariantCulture
            )
        );
}
