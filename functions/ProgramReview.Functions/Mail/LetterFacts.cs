using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Mail;

/// <summary>The table in a letter: what it is about, by when.</summary>
internal static class LetterFacts
{
    /// <summary>The labels and values of a kind of mail, as far as the model has them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(
        MailKind kind,
        PageContext context,
        MailModel model
    )
    {
        var language = context.Language;
        List<KeyValuePair<string, string>> events = [];
        void Add(string key, string? value)
        {
            if (value is not null)
            {
                events.Add(new(Text.Get(language, key), value));
            }
        }

        if (model.Assignment is { } assignment)
        {
            // A duty passes for all reports of a body at once.
            if (kind != MailKind.DutyPassed)
            {
                Add(
                    "mail.fact.report",
                    model.Plan.ReportType(assignment.ReportType).Title.In(language)
                );
            }
            Add("mail.fact.body", model.Plan.Body(assignment.Body).Name.In(language));
        }
        Add("mail.fact.state", model.Phase is { } phase ? Text.Word(language, phase) : null);

        if (kind is MailKind.Received or MailKind.Admitted && model.Submission is { } submission)
        {
            Add("mail.fact.file", submission.FileName);
            Add("upload.size", Numbers.Size(language, submission.Size));
            Add("mail.fact.committed", InstantText.Full(context, submission.Judgement.Committed));
            Add("mail.fact.verdict", Text.Word(language, submission.Judgement.Verdict));
            Add("upload.receipt", model.ReceiptNumber);
            Add("mail.fact.sha256", submission.Sha256);
        }

        if (kind == MailKind.Refused && model.Refused is { } refused)
        {
            Add("mail.fact.file", refused.FileName);
            Add(
                "receipt.instant.request",
                model.RefusedAt is { } at ? InstantText.FullExact(context, at) : null
            );
            Add("upload.receipt", model.ReceiptNumber);
        }
        Add("mail.fact.receipt-file", model.ReceiptFile?.FileName);

        if (
            model.Assignment is not null
            && model.Submission is not { IsAcceptable: true }
            && kind is not (MailKind.Exempted or MailKind.DutyPassed)
        )
        {
            Add(
                "mail.fact.former-due",
                model.FormerDue is { } former ? InstantText.Full(context, former) : null
            );
            Add("upload.due", model.Due is { } due ? InstantText.Full(context, due) : null);
            Add(
                "upload.closes",
                model.Closes is { } closes ? InstantText.Full(context, closes) : null
            );
        }

        Add(
            "mail.fact.round-closes",
            model.RoundCloses is { } round ? InstantText.Full(context, round) : null
        );
        Add("dossier.hash", model.DossierHash);
        if (model.Anchor is { } anchor)
        {
            Add("mail.fact.anchor.at", InstantText.Full(context, anchor.At));
            Add("mail.fact.anchor.root", anchor.Root);
            Add("mail.fact.anchor.streams", Numbers.Show(language, anchor.Streams));
            Add("mail.fact.anchor.entry", Numbers.Show(language, anchor.Sequence));
            Add("mail.fact.anchor.hash", anchor.EntryHash);
        }
        return events;
    }
}
