using System.Text.RegularExpressions;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.Reporting;

namespace ProgramReview.Local.Rehearsal;

/// <summary>Takes every mail, hands it to the cast, and remembers what was sent to whom; of texts only so many that a large plan fits into memory.</summary>
public sealed partial class RehearsedMailSender(
    InMemoryOutbox outbox,
    MailComposer composer,
    TimeProvider clock
) : IMailSender
{
    private const int MostTexts = 100;

    private readonly Queue<ReceivedMail> arrived = new();
    private readonly List<SentMail> sent = [];
    private readonly SortedDictionary<(string Kind, Language Language), TextsOfKind> texts = [];
    private readonly HashSet<string> shown = [];

    /// <summary>Whether every mail is remembered, or only how many there were.</summary>
    public bool RemembersAll { get; set; } = true;

    /// <summary>How many mails went out.</summary>
    public int Count { get; private set; }

    /// <summary>Every mail in order of sending, if they are remembered.</summary>
    public IReadOnlyList<SentMail> Sent => sent;

    /// <summary>What the mails said, by kind and language.</summary>
    public IReadOnlyList<MailTexts> Texts =>
        [.. texts.Select(ofKind => ofKind.Value.ToTexts(ofKind.Key.Kind, ofKind.Key.Language))];

    /// <summary>Whether a mail waits to be read.</summary>
    public bool HasMail => arrived.Count > 0;

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(
        OutgoingMail mail,
        CancellationToken cancellation = default
    )
    {
        Count++;
        arrived.Enqueue(new ReceivedMail(mail.Id, mail.Text));
        if (RemembersAll)
        {
            await RememberAsync(mail, cancellation);
        }
        return new MailOutcome(MailStatus.Accepted, mail.Id, null);
    }

    private async Task RememberAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var row = RowOf(mail);
        var language = Enum.Parse<Language>(mail.LanguageTag, ignoreCase: true);
        sent.Add(
            new SentMail
            {
                At = clock.GetUtcNow(),
                Id = mail.Id,
                Kind = row.Kind,
                Person = row.Person,
                About = row.Subject,
                Language = language,
                Address = mail.ToAddress,
                Subject = mail.Subject,
                LinkExpires = row.Link is null ? null : row.LinkExpires,
            }
        );
        TextsOf(row.Kind, language).Put(row.Person, mail);
        if (shown.Add(row.Kind))
        {
            await ShowInEveryLanguageAsync(row, language, cancellation);
        }
    }

    /// <summary>Takes out the mails that arrived since the last time, in order.</summary>
    public IReadOnlyList<ReceivedMail> Collect()
    {
        var mails = arrived.ToArray();
        arrived.Clear();
        return mails;
    }

    // Whoever prepares a plan reads all languages, also those that nobody in it has chosen.
    private async Task ShowInEveryLanguageAsync(
        OutboxMail row,
        Language known,
        CancellationToken cancellation
    )
    {
        foreach (var language in Enum.GetValues<Language>().Where(language => language != known))
        {
            if (await composer.ComposeAsync(row, cancellation, language) is { } mail)
            {
                TextsOf(row.Kind, language).Show(mail);
            }
        }
    }

    private OutboxMail RowOf(OutgoingMail mail)
    {
        var subject = mail.Id.Split('~')[0];
        return Cycles(subject)
                .Select(cycle => outbox.Find(cycle, mail.Id))
                .FirstOrDefault(row => row is not null)
            ?? throw new InvalidOperationException($"There is no mail {mail.Id} in the outbox.");
    }

    // A mail about a round bears its number alone; its occasion names the cycle.
    private IEnumerable<CycleId> Cycles(string subject) =>
        AssignmentId.TryParse(subject, null, out var assignment)
            ? [assignment.Cycle]
            : outbox.Cycles;

    private TextsOfKind TextsOf(string kind, Language language)
    {
        if (!texts.TryGetValue((kind, language), out var ofKind))
        {
            texts[(kind, language)] = ofKind = new TextsOfKind();
        }
        return ofKind;
    }

    [GeneratedRegex(@"/(u|a)/[A-Za-z0-9._-]+")]
    private static partial Regex Token();

    // Two mails that differ in nothing but the secret of their links say the same.
    private static string WithoutSecret(string text) => Token().Replace(text, "/$1/…");

    private sealed class TextsOfKind
    {
        private readonly Dictionary<string, MailText> texts = new(StringComparer.Ordinal);
        private readonly List<MailText> inOrder = [];
        private MailSample? sample;
        private int count;

        public void Show(OutgoingMail mail) =>
            sample ??= new MailSample(
                mail.Subject,
                WithoutSecret(mail.Text),
                WithoutSecret(mail.Html)
            );

        public void Put(string person, OutgoingMail mail)
        {
            Show(mail);
            count++;
            if (inOrder.Count == MostTexts)
            {
                return;
            }
            var text = WithoutSecret(mail.Text);
            if (!texts.TryGetValue(text, out var known))
            {
                texts[text] = known = new MailText(mail.Subject, text, []);
                inOrder.Add(known);
            }
            known.Recipients.Add(person);
        }

        public MailTexts ToTexts(string kind, Language language) =>
            new(kind, language, count, sample!, inOrder);
    }
}
