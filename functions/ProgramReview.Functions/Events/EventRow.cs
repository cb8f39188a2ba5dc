using System.Globalization;
using Azure.Data.Tables;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Events;

/// <summary>An entry as a row. Instants are texts, so that no digit the hash covers is lost.</summary>
internal static class EventRow
{
    /// <summary>Not above any entry's row key.</summary>
    public const string First = "e|";

    /// <summary>Above every entry's row key.</summary>
    public const string End = "e}";

    /// <summary>The row key of an entry.</summary>
    public static string KeyOf(long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{First}{sequence:D10}");

    /// <summary>Writes an entry.</summary>
    public static TableEntity Write(Entry entry)
    {
        var row = new TableEntity(entry.Stream.Value, KeyOf(entry.Sequence))
        {
            [nameof(Entry.Sequence)] = entry.Sequence,
            [nameof(Entry.RecordedAt)] = entry.RecordedAt.ToString(
                "O",
                CultureInfo.InvariantCulture
            ),
            [nameof(Entry.Key)] = entry.Key,
            [nameof(Entry.PreviousHash)] = entry.PreviousHash,
            [nameof(Entry.Hash)] = entry.Hash,
        };
        LongText.Write(row, nameof(Entry.Body), entry.Body);
        return row;
    }

    /// <summary>Reads an entry.</summary>
    public static Entry Read(StreamId stream, TableEntity row) =>
        new(
            stream,
            row.GetInt64(nameof(Entry.Sequence)) ?? throw Damaged(row),
            DateTimeOffset.TryParseExact(
                row.GetString(nameof(Entry.RecordedAt)),
                "O",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var recordedAt
            )
                ? recordedAt
                : throw Damaged(row),
            row.GetString(nameof(Entry.Key)) ?? throw Damaged(row),
            LongText.Read(row, nameof(Entry.Body)),
            row.GetString(nameof(Entry.PreviousHash)) ?? throw Damaged(row),
            row.GetString(nameof(Entry.Hash)) ?? throw Damaged(row)
        );

    private static InvalidDataException Damaged(TableEntity row) =>
        new($"Row {row.RowKey} of {row.PartitionKey} is not an entry.");
}
