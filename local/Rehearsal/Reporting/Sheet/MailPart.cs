using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using static ProgramReview.Local.Rehearsal.Reporting.Sheet.Html;

namespace ProgramReview.Local.Rehearsal.Reporting.Sheet;

/// <summary>Every mail as it reads in each language, with who gets it.</summary>
internal static class MailPart
{
    private const int MostRecipients = 60;
    private const int MostListed = 3000;

    public static string Draw(RehearsalReport report) =>
        $"""
            <section aria-labelledby="mails">
            <h2 id="mails">What is sent</h2>
            <p>One mail of each kind in each language; below it every other text of that kind, and who gets it. The secrets of links are left out.</p>
            {string.Concat(report.MailTexts.GroupBy(texts => texts.Kind).Select(Kind))}
            <h3>What is sent to whom, and when</h3>
            {Fold($"All {N(report.SentMails.Count)} mails in order", List(report))}</section>
            """;

    private static string Kind(IGrouping<string, MailTexts> kind) =>
        $"""
            <h3>{E(LetterName.Word(Language.En, kind.Key))} <small>{N(
                kind.Sum(texts => texts.Count)
            )} sent</small></h3>
            {string.Concat(kind.Select(In))}
            """;

    private static string In(MailTexts texts)
    {
        var tag = LanguageTags.TagOf(texts.Language);
        var (name, title) = (
            NameOf(texts.Language),
            E($"{LetterName.Word(Language.En, texts.Kind)}, {NameOf(texts.Language)}")
        );
        var count = texts.Count == 0 ? "nobody in this plan reads it" : $"{N(texts.Count)} sent";
        var others = texts.Texts.Where(text => text.Text != texts.Sample.Text).ToList();
        var first = texts.Texts.FirstOrDefault(text => text.Text == texts.Sample.Text);
        var kept = texts.Texts.Sum(text => text.Recipients.Count);
        var more =
            kept < texts.Count
                ? $"<p>{N(texts.Count - kept)} more are not kept here; the plan is too large.</p>\n"
                : "";
        return Fold(
            $"{name}: <span lang=\"{tag}\">{E(texts.Sample.Subject)}</span> <small>{count}</small>",
            $"""
            <iframe sandbox="" title="{title}" srcdoc="{E(texts.Sample.Html)}"></iframe>
            <pre lang="{tag}">{E(texts.Sample.Text)}</pre>
            {Recipients(first?.Recipients)}{string.Concat(
                others.Select(text =>
                    Fold(
                        $"<span lang=\"{tag}\">{E(text.Subject)}</span> <small>{E(string.Join(", ", text.Recipients.Take(2)))}{(text.Recipients.Count > 2 ? " …" : "")}</small>",
                        $"<pre lang=\"{tag}\">{E(text.Text)}</pre>\n{Recipients(text.Recipients)}"
                    )
                )
            )}{more}
            """
        );
    }

    private static string Recipients(IList<string>? recipients) =>
        recipients is null
            ? ""
            : $"<p>To {E(string.Join(", ", recipients.Take(MostRecipients)))}{(recipients.Count > MostRecipients ? $" and {N(recipients.Count - MostRecipients)} more" : "")}.</p>\n";

    private static string List(RehearsalReport report) =>
        Table(
            "Mails in order of sending",
            ["Sent", "Kind", "To", "Address", "About", "Subject"],
            report
                .SentMails.Take(MostListed)
                .Select(
                    IReadOnlyList<string> (mail) =>
                        [
                            At(mail.At),
                            E(LetterName.Word(Language.En, mail.Kind)),
                            E(mail.Person),
                            E(mail.Address),
                            E(mail.About),
                            $"<span lang=\"{LanguageTags.TagOf(mail.Language)}\">{E(mail.Subject)}</span>",
                        ]
                )
        ) + TimelinePart.Rest(report.SentMails.Count, MostListed);

    private static string NameOf(Language language) =>
        language switch
        {
            Language.Vi => "Vietnamese",
            Language.En => "English",
            Language.Hi => "Hindi",
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
        };
}
