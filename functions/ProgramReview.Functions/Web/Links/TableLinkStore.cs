using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Web.Links;

/// <summary>Links as table rows, each in a partition of its own: they are only ever looked up one by one.</summary>
internal sealed class TableLinkStore(TableServiceClient tables) : ILinkStore
{
    private const string Row = "link";
    private const string Content = "Link";
    private readonly TableClient table = tables.GetTableClient(StorageNames.LinksTable);

    /// <inheritdoc/>
    public async Task AddAsync(Link link, CancellationToken cancellation = default)
    {
        var row = new TableEntity(TableKey.Checked(link.Id), Row)
        {
            [Content] = JsonSerializer.Serialize(link),
            [nameof(Link.Revoked)] = link.Revoked,
        };
        try
        {
            await table.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException taken)
            when (taken.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            // The first one stands.
        }
    }

    /// <inheritdoc/>
    public async Task<Link?> FindAsync(string id, CancellationToken cancellation = default)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Checked(id),
            Row,
            cancellationToken: cancellation
        );
        return found.HasValue
            ? JsonSerializer.Deserialize<Link>(found.Value!.GetString(Content))! with
            {
                Revoked = found.Value.GetBoolean(nameof(Link.Revoked)) ?? false,
            }
            : null;
    }

    /// <inheritdoc/>
    public async Task RevokeAsync(string id, CancellationToken cancellation = default)
    {
        var change = new TableEntity(TableKey.Checked(id), Row) { [nameof(Link.Revoked)] = true };
        try
        {
            await table.UpdateEntityAsync(change, ETag.All, TableUpdateMode.Merge, cancellation);
        }
        catch (RequestFailedException missing)
            when (missing.Status == StatusCodes.Status404NotFound)
        {
            // What is not there opens nothing.
        }
    }
}
