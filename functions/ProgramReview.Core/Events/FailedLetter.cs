namespace ProgramReview.Core.Events;

/// <summary>A letter that did not go out, as the record has it.</summary>
/// <param name="Mail">Its id in the outbox.</param>
/// <param name="Kind">The letter's name.</param>
/// <param name="Person">To whom: the person's id.</param>
/// <param name="Result">Whether the address or the sender was refused.</param>
/// <param name="At">Since when.</param>
public sealed record FailedLetter(
    string Mail,
    string Kind,
    string Person,
    MailResult Result,
    DateTimeOffset At
)
{
    private const string Prefix = "mail-";

    /// <summary>
    /// The letters of a stream that failed and did not go out since. Where the sender was refused, any letter that goes out later shows that the
    /// account is mended.
    /// </summary>
    public static IReadOnlyList<FailedLetter> In(IEnumerable<Entry> entries)
    {
        var failed = new List<FailedLetter>();
        foreach (var entry in entries)
        {
            var noted = entry.Event switch
            {
                AssignmentEvent.Mailed mailed => (mailed.Kind, mailed.Person, mailed.Result),
                CycleEvent.Mailed mailed => (mailed.Kind, mailed.Person, mailed.Result),
                _ => default((string Kind, string Person, MailResult Result)?),
            };
            if (noted is not var (kind, person, result) || result == MailResult.GivenUp)
            {
                continue;
            }
            var mail = MailOf(entry.Key, result);
            failed.RemoveAll(letter =>
                letter.Mail == mail
                || (result == MailResult.Sent && letter.Result == MailResult.SenderRefused)
            );
            if (result != MailResult.Sent)
            {
                failed.Add(new FailedLetter(mail, kind, person, result, entry.RecordedAt));
            }
        }
        return failed;
    }

    /// <summary>The occasion under which a letter's result is written down.</summary>
    public static string KeyOf(string mail, MailResult result) => $"{Prefix}{mail}-{result}";

    /// <summary>The id in the outbox of the letter that an entry of a cycle's own stream is about, or null.</summary>
    public static string? MailOf(Entry entry) =>
        entry.Event is CycleEvent.Mailed mailed ? MailOf(entry.Key, mailed.Result) : null;

    private static string MailOf(string key, MailResult result) =>
        key.StartsWith(Prefix, StringComparison.Ordinal)
        && key.EndsWith($"-{result}", StringComparison.Ordinal)
            ? key[Prefix.Length..^$"-{result}".Length]
            : key;
}
