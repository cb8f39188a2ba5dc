using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Mail;

/// <summary>The outbox as a table: a cycle is a partition, a mail's id the row key; the outcome is guarded by the row's version.</summary>
internal sealed class TableOutbox(TableServiceClient tables) : IOutbox
{
    private const string Content = "Mail";
    private readonly TableClient table = tables.GetTableClient(StorageNames.MailsTable);

    /// <inheritdoc/>
    public async Task<OutboxMail> AddAsync(
        OutboxMail mail,
        CancellationToken cancellation = default
    )
    {
        var row = new TableEntity(mail.Cycle.Value, TableKey.Checked(mail.Id));
        LongText.Write(
            row,
            Content,
            JsonSerializer.Serialize(mail with { Outcome = null, OutcomeAt = null })
        );
        WriteOutcome(row, mail.Outcome, mail.OutcomeAt);
        return await InsertOnly.FindOrAddAsync(table, row, cancellation) is { } first
            ? Read(first)
            : mail with
            {
                Version = row.ETag.ToString(),
            };
    }

    /// <inheritdoc/>
    public async Task<MailOutcome> SetOutcomeAsync(
        OutboxMail mail,
        MailOutcome outcome,
        DateTimeOffset at,
        CancellationToken cancellation = default
    )
    {
        var known = mail.Version is null ? await FoundAsync(mail, cancellation) : mail;
        if (known.Outcome is { IsFinal: true } final)
        {
            return final;
        }
        var change = new TableEntity(mail.Cycle.Value, TableKey.Checked(mail.Id));
        WriteOutcome(change, outcome, at);
        try
        {
            await table.UpdateEntityAsync(
                change,
                new ETag(known.Version!),
                TableUpdateMode.Merge,
                cancellation
            );
            return outcome;
        }
        catch (RequestFailedException changed)
            when (changed.Status == StatusCodes.Status412PreconditionFailed)
        {
            // A row changes by its outcome only: another one was recorded first and stays.
            return (await FoundAsync(mail, cancellation)).Outcome!;
        }
    }

    /// <inheritdoc/>
    public async Task<OutboxMail?> ReleaseAsync(
        CycleId cycle,
        string id,
        DateTimeOffset by,
        CancellationToken cancellation = default
    )
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            cycle.Value,
            TableKey.Checked(id),
            cancellationToken: cancellation
        );
        if (!found.HasValue || found.Value is not { } row)
        {
            return null;
        }
        if (
            Read(row) is not { Outcome.Status: MailStatus.Refused } refused
            || refused.OutcomeAt > by
        )
        {
            return Read(row);
        }
        row.Remove(nameof(OutboxMail.Outcome));
        row.Remove(nameof(OutboxMail.OutcomeAt));
        // Whoever changed it in between was first: their outcome is the newer one.
        try
        {
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
            return Read(row);
        }
        catch (RequestFailedException changed)
            when (changed.Status == StatusCodes.Status412PreconditionFailed)
        {
            return await ReleaseAsync(cycle, id, by, cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task<OutboxMail?> FindAsync(
        CycleId cycle,
        string id,
        CancellationToken cancellation = default
    )
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            cycle.Value,
            TableKey.Checked(id),
            cancellationToken: cancellation
        );
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<OutboxMail> ListAboutAsync(
        CycleId cycle,
        string subject,
        CancellationToken cancellation = default
    )
    {
        // The subject comes first in an id, and no occasion begins with a tilde.
        var (from, to) = (TableKey.Checked($"{subject}~"), $"{subject}~~");
        return QueryAsync(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {cycle.Value} and RowKey ge {from} and RowKey lt {to}"
            ),
            cancellation
        );
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<OutboxMail> ListAsync(
        CycleId cycle,
        CancellationToken cancellation = default
    ) => QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {cycle.Value}"), cancellation);

    private async IAsyncEnumerable<OutboxMail> QueryAsync(
        string filter,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (
            var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            yield return Read(row);
        }
    }

    private async Task<OutboxMail> FoundAsync(OutboxMail mail, CancellationToken cancellation) =>
        await FindAsync(mail.Cycle, mail.Id, cancellation)
        ?? throw new InvalidOperationException($"There is no mail {mail.Id} in {mail.Cycle}.");

    private static void WriteOutcome(TableEntity row, MailOutcome? outcome, DateTimeOffset? at)
    {
        if (outcome is not null)
        {
            row[nameof(OutboxMail.Outcome)] = JsonSerializer.Serialize(outcome);
            row[nameof(OutboxMail.OutcomeAt)] = JsonSerializer.Serialize(at);
        }
    }

    private static OutboxMail Read(TableEntity row)
    {
        var mail = JsonSerializer.Deserialize<OutboxMail>(LongText.Read(row, Content))! with
        {
            Version = row.ETag.ToString(),
        };
        return row.GetString(nameof(OutboxMail.Outcome)) is { } outcome
            ? mail with
            {
                Outcome = JsonSerializer.Deserialize<MailOutcome>(outcome),
                OutcomeAt = JsonSerializer.Deserialize<DateTimeOffset?>(
                    row.GetString(nameof(OutboxMail.OutcomeAt))
                ),
            }
            : mail;
    }
}
