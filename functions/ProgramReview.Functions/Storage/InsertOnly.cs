using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace ProgramReview.Functions.Storage;

/// <summary>Adds a row whose key is still free, or changes nothing: the first one stands.</summary>
internal static class InsertOnly
{
    /// <summary>Adds the row, which bears its version then.</summary>
    /// <returns>Null if it was added; else the row that was there first.</returns>
    public static async Task<TableEntity?> FindOrAddAsync(
        TableClient table,
        TableEntity row,
        CancellationToken cancellation
    )
    {
        try
        {
            var added = await table.AddEntityAsync(row, cancellation);
            row.ETag = added.Headers.ETag ?? default;
            return null;
        }
        catch (RequestFailedException taken)
            when (taken.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return await table.GetEntityAsync<TableEntity>(
                row.PartitionKey,
                row.RowKey,
                cancellationToken: cancellation
            );
        }
    }
}
