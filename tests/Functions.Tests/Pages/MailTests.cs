using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Pages.Tests;

public sealed class MailTests
{
    private static readonly Type[] Kinds =
    [
        .. typeof(LetterKind)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(LetterKind))),
    ];

    public static MatrixTheoryData<string, Language> All =>
        new(Kinds.Select(kind => kind.Name), Enum.GetValues<Language>());

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_mail_reads_well_as_text_and_as_a_page(string kind, Language language)
    {
        var letter = await WriteAsync(LetterSample.Of(kind), language);
        var mail = await Rendering.Mails.RenderAsync(language, letter);

        Assert.DoesNotContain('\n', mail.Subject);
        Assert.InRange(mail.Subject.Length, 10, 119);
        var words = (string[])
            [
                mail.Subject,
                letter.Greeting,
                letter.Button,
                letter.Quote ?? "none",
                .. letter.Paragraphs,
                .. letter.Findings,
                .. letter.Facts.SelectMany(fact => (string[])[fact.Key, fact.Value]),
            ];
        Assert.All(words, word => Assert.False(string.IsNullOrWhiteSpace(word)));
        Assert.All(
            [mail.Subject, .. letter.Paragraphs],
            text => Assert.DoesNotContain("{", text, StringComparison.Ordinal)
        );
        Assert.Contains("024 0000 0000", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", mail.Text, StringComparison.Ordinal);
        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(
            mail.Html
        );
        Assert.Equal(LanguageTags.TagOf(language), page.DocumentElement.GetAttribute("lang"));
        // Whoever passed the duty on has no link any more, news of deputies has none, what was not published has no page for everybody, and of
        // wrong codes only operations are led to a page.
        var links = kind
            is nameof(DutyPassedLetter)
                or "EndedLetter"
                or "DeputyNamedLetter"
                or "DeputyRevokedLetter"
                or nameof(WrongCodesLetter)
            ? 0
            : 1;
        var link = letter.Link?.AbsoluteUri ?? "none";
        Assert.Equal(links, Occurrences(mail.Text, link));
        Assert.Equal(2 * links, page.QuerySelectorAll("a").Length);
        Assert.Equal(links, page.QuerySelectorAll("a").Count(one => one.TextContent == link));
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
        var letter = await WriteAsync(LetterSample.Of(nameof(RequestLetter)), language);

        var due = InstantText.Full(
            Sample.Context(language),
            Sample.Limit("2024-09-21T00:00:00+07:00")
        );
        Assert.Contains(due, letter.Subject, StringComparison.Ordinal);
        Assert.Contains("24:00", due, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_people_and_names_of_files_stay_text_in_mails()
    {
        foreach (var kind in (string[])[nameof(ReceivedLetter), nameof(ChangesAskedLetter)])
        {
            var letter = await WriteAsync(LetterSample.Of(kind), Language.En);
            var mail = await Rendering.Mails.RenderAsync(Language.En, letter);

            Assert.Contains(Sample.Hostile, mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_receipt_says_whether_the_file_counts_however_often_the_record_is_read()
    {
        var locked = new Finding("file-encrypted", Severity.Error, []);

        Assert.Contains("This version counts", await BodyOf(), StringComparison.Ordinal);
        Assert.Contains("cannot be used", await BodyOf(locked), StringComparison.Ordinal);

        static async Task<string> BodyOf(params Finding[] findings) =>
            string.Join(
                ' ',
                (await WriteAsync(LetterSample.Receipt(findings), Language.En)).Paragraphs
            );
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_letter_about_an_attempt_brings_its_receipt_and_no_other_brings_anything(
        string kind,
        Language language
    )
    {
        var sample = LetterSample.Of(kind);

        var (_, parts) = await DrawAsync(sample, language);

        if (
            kind
            is not (nameof(ReceivedLetter) or nameof(RefusedLetter) or nameof(AnswerReceiptLetter))
        )
        {
            Assert.Null(parts.Attachment);
            return;
        }
        var file = parts.Attachment!;
        Assert.Matches("^(receipt|answer)-[a-z0-9.-]+\\.json$", file.FileName);
        Assert.Equal(ReceiptBundle.ContentType, file.ContentType);
        var bundle = ReceiptBundle.Read(file.Content)!;
        Assert.Equal(sample.ReceiptText, bundle.Jws);
        Assert.Equal(SignedText.Parse(bundle.Jws).KeyId, Assert.Single(bundle.Keys).Id);
    }

    [Fact]
    public void A_subject_names_the_body_where_one_person_answers_for_several()
    {
        string Subject(string body, string report, bool several) =>
            LetterSubject.Write(
                "Please send before Fri 20 Sep 2024, 24:00 (Hanoi time, UTC+7): {report}",
                new Dictionary<string, string> { ["body"] = body, ["report"] = report },
                several,
                (text, places) =>
                    text.Replace("{report}", places["report"], StringComparison.Ordinal)
            );
        var title = $"Báo cáo {new string('x', 200)} cuối";
        var body = $"Đảng ủy {new string('y', 200)}";

        Assert.EndsWith(": R1", Subject("A", "R1", several: false), StringComparison.Ordinal);
        Assert.EndsWith(": A – R1", Subject("A", "R1", several: true), StringComparison.Ordinal);
        string[] subjects =
        [
            Subject($"{body} 1", title, several: true),
            Subject($"{body} 2", title, several: true),
            Subject($"{body} 1", $"{title} năm", several: true),
        ];
        Assert.All(subjects, subject => Assert.InRange(subject.Length, 100, LetterSubject.Most));
        Assert.Equal(3, subjects.Distinct().Count());
    }

    [Theory]
    [InlineData(80, "R6 in short", "R6 in short")]
    [InlineData(20, "R6 in short", "xxxxxxxxxxxxxxxxxxxx")]
    [InlineData(80, null, "…")]
    public void A_long_title_gives_way_to_the_short_one(int length, string? brief, string said)
    {
        var places = new Dictionary<string, string> { ["report"] = new string('x', length) };
        if (brief is not null)
        {
            places["report-brief"] = brief;
        }

        var subject = LetterSubject.Write(
            "Please send before Fri 20 Sep 2024, 24:00 (Hanoi time, UTC+7): {report}",
            places,
            namesBody: false,
            (text, filled) => text.Replace("{report}", filled["report"], StringComparison.Ordinal)
        );

        Assert.InRange(subject.Length, 1, LetterSubject.Most);
        Assert.Contains(said, subject, StringComparison.Ordinal);
    }

    private static async Task<Letter> WriteAsync(LetterSample sample, Language language)
    {
        var (kind, parts) = await DrawAsync(sample, language);
        return LetterWriter.Write(kind, sample.In(language), parts);
    }

    private static async Task<(LetterKind Kind, LetterParts Parts)> DrawAsync(
        LetterSample sample,
        Language language
    )
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IEventStore>(sample)
            .AddSingleton<IEntropy, SystemEntropy>()
            .AddSingleton<LinkTokens>()
            .AddSingleton<LinkAddresses>()
            .AddSingleton<ReceiptBundles>()
            .AddSingleton<IDocumentStore, NoDocuments>()
            .AddSingleton<DossierStore>()
            .AddSingleton<FigureRecords>()
            .AddSingleton<FigureDiff>()
            .AddSingleton<DossierComparison>()
            .AddSingleton<IReceiptSigner, SampleSigner>()
            .AddSingleton(
                Options.Create(
                    new LinkOptions
                    {
                        BaseUri = new Uri("https://review.hanoi.example/?a=1&b=2"),
                        CurrentKey = "k",
                        Keys = { ["k"] = Convert.ToBase64String(new byte[32]) },
                    }
                )
            )
            .BuildServiceProvider();
        var kind = (LetterKind)
            ActivatorUtilities.CreateInstance(
                services,
                Kinds.Single(one => one.Name == sample.Mail.Kind)
            );
        var parts = await kind.DrawAsync(
            sample.In(language),
            TestContext.Current.CancellationToken
        );
        return (kind, parts!);
    }

    private static async Task Keep(string kind, Language language, RenderedMail mail)
    {
        var folder = Directory.CreateDirectory(SourceTree.PathOf("artifacts/gallery")).FullName;
        var name = Path.Combine(
            folder,
            $"mail-{kind}.{LanguageTags.TagOf(language)}".ToLowerInvariant()
        );
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

    /// <summary>The sample letters are about a first round: nothing is compared for them.</summary>
    private sealed class NoDocuments : IDocumentStore
    {
        public Task<bool> TryCreateAsync(
            string name,
            string contentType,
            ReadOnlyMemory<byte> content,
            CancellationToken cancellation = default
        ) => throw new NotSupportedException();

        public Task<bool> TryCreateAsync(
            string name,
            string contentType,
            Func<Stream, CancellationToken, Task> write,
            CancellationToken cancellation = default
        ) => throw new NotSupportedException();

        public Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public Task<Document?> FindAsync(string name, CancellationToken cancellation = default) =>
            throw new NotSupportedException();
    }
}
