using System.Text.RegularExpressions;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Mail;

/// <summary>Puts what a kind of letter says into its fixed words.</summary>
internal static partial class LetterWriter
{
    /// <summary>Writes a letter in the receiver's language.</summary>
    public static Letter Write(LetterKind kind, LetterDraft draft, LetterParts parts)
    {
        var language = draft.Recipient.Language;
        var plan = draft.Cycle.Plan;
        return new Letter
        {
            Subject = LetterSubject.Write(
                Text.Get(language, parts.Subject ?? LetterName.Key(kind.Name, "subject")),
                parts.Places,
                plan.AnswersForSeveral(draft.Recipient),
                Fill
            ),
            Sender = plan.Plan.Programme.Committee.In(language),
            Greeting = Text.Get(language, "mail.greeting", draft.Recipient.Name.In(language)),
            Paragraphs = Fill(Text.Get(language, LetterName.Key(kind.Name, "body")), parts.Places)
                .Split("\n\n"),
            Quote = parts.Quote,
            Facts = parts.Facts,
            Findings = parts.Findings,
            Button = Text.Get(language, kind.Button),
            LinkWords = Text.Get(language, "mail.link"),
            Link = parts.Link,
            LinkCare = kind.HasOwnLink ? Text.Get(language, "mail.link.care") : null,
            Contact = Contact(language, plan.Plan),
        };
    }

    // A place that nobody fills is a fault of the kind: better no letter than one with a hole in it.
    private static string Fill(string text, IReadOnlyDictionary<string, string> places) =>
        Place()
            .Replace(
                text,
                match =>
                    places.GetValueOrDefault(match.Groups[1].Value) is { Length: > 0 } value
                        ? value
                        : throw new InvalidOperationException(
                            $"Nothing fills {match.Value} in '{text}'."
                        )
            );

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

    [GeneratedRegex(@"\{([a-z-]+)\}")]
    private static partial Regex Place();
}
