using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Storage;

/// <summary>Rows keyed by what stands above them, so that those below one thing are one query; each is written under the version that was found.</summary>
internal static class RowsBelow
{
    /// <summary>The key of a row.</summary>
    public static string KeyOf(object? above, object below) => $"{above}|{below}";

    /// <summary>The rows directly below something, each with the second half of its key.</summary>
    public static async IAsyncEnumerable<(string Below, TableEntity Row)> ListAsync(
        TableClient table,
        string partition,
        object above,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var start = KeyOf(above, "");
        // The character after the bar.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {start} and RowKey lt {$"{above}}}"}"
        );
        await foreach (
            var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            yield return (row.RowKey[start.Length..], row);
        }
    }

    /// <summary>Writes a row if it is still the version that was found, or still missing where that is null.</summary>
    /// <returns>False if somebody was first.</returns>
    public static async Task<bool> TryPutAsync(
        TableClient table,
        TableEntity row,
        string? version,
        CancellationToken cancellation
    )
    {
        try
        {
            await (
                version is null
                    ? table.AddEntityAsync(row, cancellation)
                    : table.UpdateEntityAsync(
                        row,
                        new ETag(version),
                        TableUpdateMode.Replace,
                        cancellation
                    )
            );
            return true;
        }
        catch (RequestFailedException changed) when (IsChanged(changed))
        {
            return false;
        }
    }

    /// <summary>Whether a write failed because another came before it.</summary>
    public static bool IsChanged(RequestFailedException failure) =>
        failure.Status
            is StatusCodes.Status404NotFound
                or StatusCodes.Status409Conflict
                or StatusCodes.Status412PreconditionFailed;
}
