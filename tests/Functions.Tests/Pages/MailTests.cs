using AngleSharp.Html.Parser;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Pages.Tests;

public sealed class MailTests
{
    private const string Link =
        "https://review.hanoi.example/u/abcdefghijklmnopqrstuvwxyz.c2lnbmF0dXJl?a=1&b=2";

    public static MatrixTheoryData<MailKind, Language> All =>
        new(Enum.GetValues<MailKind>(), Enum.GetValues<Language>());

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_mail_reads_well_as_text_and_as_a_page(MailKind kind, Language language)
    {
        var mail = await Rendering.Mails.RenderAsync(kind, language, Model(kind));

        Assert.DoesNotContain('\n', mail.Subject);
        Assert.InRange(mail.Subject.Length, 10, 200);
        // Whoever passed the duty on has no link any more.
        var links = kind == MailKind.DutyPassed ? 0 : 1;
        Assert.Equal(links, Occurrences(mail.Text, Link));
        Assert.Contains("024 0000 0000", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", mail.Text, StringComparison.Ordinal);
        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(
            mail.Html
        );
        Assert.Equal(Text.Tag(language), page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(2 * links, page.QuerySelectorAll($"a[href='{Link}']").Length);
        Assert.Equal(links, page.QuerySelectorAll("a").Count(link => link.TextContent == Link));
        Assert.Empty(page.QuerySelectorAll("img, script, iframe, link, [style], [src]"));
        Assert.DoesNotContain("url(", mail.Html, StringComparison.Ordinal);
        await Keep(kind, language, mail);
    }

    [Theory]
    [InlineData(Language.Vi)]
    [InlineData(Language.En)]
    [InlineData(Language.Hi)]
    public async Task A_request_says_by_when_in_the_subject_and_with_the_zone(Language language)
    {
        var mail = await Rendering.Mails.RenderAsync(
            MailKind.Request,
            language,
            Model(MailKind.Request)
        );

        var due = InstantText.Full(
            Sample.Context(language),
            Sample.Limit("2024-09-21T00:00:00+07:00")
        );
        Assert.Contains(due, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(due, mail.Text, StringComparison.Ordinal);
        Assert.Contains("24:00", due, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_people_and_names_of_files_stay_text_in_mails()
    {
        var received = await Rendering.Mails.RenderAsync(
            MailKind.Received,
            Language.En,
            Model(MailKind.Received)
        );
        var asked = await Rendering.Mails.RenderAsync(
            MailKind.ChangesAsked,
            Language.En,
            Model(MailKind.ChangesAsked)
        );

        Assert.All(
            [received, asked],
            mail => Assert.Contains(Sample.Hostile, mail.Text, StringComparison.Ordinal)
        );
        Assert.All(
            [received, asked],
            mail => Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal)
        );
    }

    private static MailModel Model(MailKind kind)
    {
        var model = new MailModel
        {
            Plan = Sample.Lookup,
            Recipient = Sample.Plan.Bodies[0].Contacts[0],
            Now = Sample.Now,
            Link = new Uri(Link),
        };
        return kind switch
        {
            MailKind.DecisionRequest or MailKind.DecisionReminder or MailKind.RoundExpired =>
                model with
                {
                    Round = 2,
                    RoundCloses = Sample.Limit("2024-09-15T17:00:00+07:00"),
                    DossierHash = Sample.Hash,
                },
            MailKind.Ended => model with
            {
                Outcome = CycleOutcome.Rejected,
                Reason = Sample.Hostile,
            },
            MailKind.Published => model with { DossierHash = Sample.Hash },
            MailKind.FreshLink => model,
            MailKind.DutyPassed => model with { Assignment = Sample.District, Link = null },
            MailKind.Anchored => model with { Anchor = DossierSample.Anchors[0] },
            _ => model with
            {
                Assignment = Sample.District,
                Due = Sample.Limit("2024-09-21T00:00:00+07:00"),
                Closes = Sample.Limit("2024-10-01T00:00:00+07:00"),
                Submission = kind is MailKind.Received or MailKind.Admitted
                    ? Sample.Submission(
                        name: Sample.Hostile,
                        findings: [new Finding("file-empty", Severity.Blocker, [])]
                    )
                    : null,
                FormerDue = Sample.Limit("2024-09-11T00:00:00+07:00"),
                Reason = kind
                    is MailKind.Returned
                        or MailKind.Extended
                        or MailKind.Admitted
                        or MailKind.Exempted
                    ? Sample.Hostile
                    : null,
                ReceiptNumber = kind is MailKind.Received or MailKind.Refused ? "r-1" : null,
                ReceiptFile = kind is MailKind.Received or MailKind.Refused
                    ? new MailAttachment("receipt-r-1.json", "application/json", default)
                    : null,
                Refused =
                    kind == MailKind.Refused
                        ? new AssignmentEvent.AttemptRefused(
                            1,
                            "file-too-large",
                            "ba-dinh-1",
                            Sample.Hostile,
                            ["70000000", "67108864"]
                        )
                        : null,
                RefusedAt = kind == MailKind.Refused ? Sample.Now : null,
                Round = kind == MailKind.ChangesAsked ? 1 : null,
                Comment = kind is MailKind.ChangesAsked or MailKind.DutyTaken
                    ? Sample.Hostile
                    : null,
                Phase = kind == MailKind.DutyTaken ? AssignmentPhase.ToMend : null,
            },
        };
    }

    private static async Task Keep(MailKind kind, Language language, RenderedMail mail)
    {
        var folder = Directory.CreateDirectory(SourceTree.PathOf("artifacts/gallery")).FullName;
        var name = Path.Combine(folder, $"mail-{kind}.{Text.Tag(language)}".ToLowerInvariant());
        await File.WriteAllTextAsync(
            $"{name}.html",
            mail.Html,
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(
            $"{name}.txt",
            $"{mail.Subject}\n\n{mail.Text}",
            TestContext.Current.CancellationToken
        );
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
