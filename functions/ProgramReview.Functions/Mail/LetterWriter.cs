using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Mail;

/// <summary>Writes the letter of each kind of mail.</summary>
internal static class LetterWriter
{
    /// <summary>Writes a letter in a language.</summary>
    public static Letter Write(MailKind kind, Language language, MailModel model)
    {
        var context = new PageContext(language, model.Now, model.Plan);
        var key = Text.Key(kind).Replace("mail-kind.", "mail.", StringComparison.Ordinal);
        var places = Places(context, model);
        string T(string name) => Text.Get(language, name, places);

        return new Letter
        {
            Subject = OneLine(
                T(
                    model.Submission is { IsAcceptable: false }
                        ? "mail.received.subject-mend"
                        : $"{key}.subject"
                )
            ),
            Sender = model.Plan.Plan.Programme.Committee.In(language),
            Greeting = Text.Get(language, "mail.greeting", model.Recipient.Name.In(language)),
            Paragraphs = T($"{key}.body").Split("\n\n"),
            Quote = Quote(kind, model),
            Facts = LetterFacts.Of(kind, context, model),
            Findings =
            [
                .. (
                    model.Submission?.Findings
                    ?? (model.Refused is { } refused ? [refused.Why] : [])
                ).Select(finding =>
                    $"{Text.Word(language, finding.Severity)}: {FindingText.Show(context, finding)}"
                ),
            ],
            Button = Text.Get(language, Button(kind)),
            LinkWords = Text.Get(language, "mail.link"),
            Link = model.Link,
            LinkCare = kind is MailKind.Published or MailKind.Anchored
                ? null
                : Text.Get(language, "mail.link.care"),
            Contact = Contact(language, model.Plan.Plan),
        };
    }

    private static object?[] Places(PageContext context, MailModel model) =>
        [
            model.Assignment is { } id
                ? model.Plan.ReportType(id.ReportType).Title.In(context.Language)
                : "",
            model.Assignment is { } owner
                ? model.Plan.Body(owner.Body).Name.In(context.Language)
                : "",
            model.Due is { } due ? InstantText.Full(context, due) : "",
            model.Due is { } left ? InstantText.Relative(context, left) : "",
            model.Closes is { } closes ? InstantText.Full(context, closes) : "",
            model.Plan.Plan.Programme.Number,
            model.Round is { } round ? Numbers.Show(context.Language, round) : "",
            model.RoundCloses is { } end ? InstantText.Full(context, end) : "",
            model.Submission is { } submission
                ? Text.Word(context.Language, submission.Judgement.Verdict)
                : "",
            model.Outcome is { } outcome ? Text.Word(context.Language, outcome) : "",
            model.Submission is null ? "" : Text.Get(context.Language, Counting(model)),
            model.Anchor is { } anchor ? InstantText.Day(context.Language, anchor.Day) : "",
        ];

    private static string? Quote(MailKind kind, MailModel model) =>
        kind switch
        {
            MailKind.ChangesAsked or MailKind.DutyTaken => model.Comment,
            MailKind.Returned or MailKind.Extended or MailKind.LateAllowed => model.Reason
                ?? model.Comment,
            _ => model.Reason,
        };

    private static string Counting(MailModel model) =>
        model switch
        {
            { Counts: true } => "mail.received.counts",
            { Submission.IsAcceptable: false } => "mail.received.mend",
            _ => "mail.received.kept",
        };

    private static string Button(MailKind kind) =>
        kind switch
        {
            MailKind.Request
            or MailKind.Reminder
            or MailKind.Overdue
            or MailKind.ChangesAsked
            or MailKind.Returned
            or MailKind.Extended
            or MailKind.LateAllowed
            or MailKind.DutyTaken => "mail.button.upload",
            MailKind.Received or MailKind.Refused or MailKind.Admitted or MailKind.Exempted =>
                "mail.button.received",
            MailKind.DecisionRequest or MailKind.DecisionReminder => "mail.button.decide",
            MailKind.RoundExpired or MailKind.Ended => "mail.button.status",
            MailKind.Published or MailKind.Anchored => "mail.button.dossier",
            MailKind.FreshLink or MailKind.DutyPassed => "mail.button.open",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of mail."),
        };

    private static List<string> Contact(Language language, Plan plan)
    {
        List<string> lines =
        [
            Text.Get(language, "mail.contact"),
            plan.Operations.Name.In(language),
        ];
        if (plan.OperationsPhone is { } phone)
        {
            lines.Add(Text.Get(language, "mail.phone", phone));
        }

        lines.Add(plan.Operations.Email);
        return lines;
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
