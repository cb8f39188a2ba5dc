using System.Text.RegularExpressions;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Pages.Tests;

public sealed partial class TextTests
{
    private static readonly IReadOnlyDictionary<string, string> Vietnamese = Text.All(Language.Vi);

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Hi)]
    public void Every_language_has_the_same_keys_with_the_same_places(Language language)
    {
        var other = Text.All(language);

        Assert.Equal(Vietnamese.Keys.Order(), other.Keys.Order());
        Assert.All(
            Vietnamese,
            pair => Assert.True(Places(pair.Value) == Places(other[pair.Key]), pair.Key)
        );
        Assert.All(other, pair => Assert.False(string.IsNullOrWhiteSpace(pair.Value), pair.Key));
    }

    [Fact]
    public void Every_key_written_in_a_page_exists()
    {
        var keys = Sources()
            .SelectMany(text => Literal().Matches(text))
            .Select(match =>
                (Key: match.Groups[2].Value, Many: match.Groups[1].Value is "C" or "Text.Count")
            )
            .ToList();

        Assert.True(keys.Count > 150, $"Only {keys.Count} keys were found.");
        Assert.All(
            keys,
            key =>
                Assert.True(
                    Text.Has(key.Many ? $"{key.Key}.one" : key.Key)
                        && (!key.Many || Text.Has($"{key.Key}.many")),
                    key.Key
                )
        );
    }

    [Fact]
    public void Every_text_is_used()
    {
        var sources = string.Concat(Sources());
        string[] built =
        [
            "month.",
            "weekday.",
            "span.",
            "finding.",
            "fault.",
            "rules.",
            "check.",
            "mend.",
            "plan-warning.",
            "upload.next.",
            "error-kind.",
            "decision-verdict.",
            "dossier-exception.",
            "mail.",
            "fairness-reason.",
            "command.",
            "refusal.",
        ];
        var words = Words().ToHashSet();

        Assert.All(
            Vietnamese.Keys,
            key =>
                Assert.True(
                    words.Contains(key)
                        || built.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal))
                        || sources.Contains($"\"{key}\"", StringComparison.Ordinal)
                        || sources.Contains(
                            $"\"{Counted().Replace(key, "")}\"",
                            StringComparison.Ordinal
                        ),
                    key
                )
        );
    }

    [Fact]
    public void Every_value_that_people_see_has_a_word()
    {
        Assert.All(Words(), key => Assert.True(Text.Has(key), key));
        Assert.All(
            Enum.GetValues<ErrorKind>(),
            kind =>
                Assert.True(
                    Text.Has($"{Text.Key(kind)}.title") && Text.Has($"{Text.Key(kind)}.body"),
                    kind.ToString()
                )
        );
        Assert.All(
            Enum.GetValues<DecisionVerdict>(),
            one =>
                Assert.True(
                    Text.Has($"{Text.Key(one)}.act") && Text.Has($"{Text.Key(one)}.hint"),
                    one.ToString()
                )
        );
        Assert.All(
            Enum.GetValues<DossierException>(),
            one => Assert.True(Text.Has($"{Text.Key(one)}.title"), one.ToString())
        );
        Assert.All(FindingText.Codes, code => Assert.True(Text.Has($"finding.{code}"), code));
        Assert.Equal(CheckCodes, CodesUnder("check."));
        Assert.Equal(CheckCodes, CodesUnder("mend."));
        Assert.Empty(CheckCodes.Except(CodesUnder("fault.")));
        Assert.Equal(
            FindingText.Codes.Count,
            Vietnamese.Keys.Count(key => key.StartsWith("finding.", StringComparison.Ordinal))
        );
    }

    private static IEnumerable<string> CheckCodes =>
        CheckCatalogue.Weighed.Select(check => check.Code).Order();

    private static IEnumerable<string> CodesUnder(string prefix) =>
        Vietnamese
            .Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => key[prefix.Length..])
            .Order();

    [Fact]
    public void Every_finding_that_the_product_makes_has_a_text()
    {
        var codes = Sources()
            .SelectMany(text => Made().Matches(text))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();

        Assert.Contains("file-empty", codes);
        Assert.All(codes, code => Assert.Contains(code, FindingText.Codes));
    }

    [Fact]
    public void Every_refusal_that_the_product_makes_has_a_text_and_every_text_a_refusal()
    {
        var codes = Sources()
            .SelectMany(text => Refused().Matches(text))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();

        Assert.Equal(
            Vietnamese
                .Keys.Where(key => key.StartsWith("refusal.", StringComparison.Ordinal))
                .Select(key => key["refusal.".Length..])
                .Order(),
            codes.Order()
        );
    }

    [Fact]
    public void Every_command_and_every_field_of_one_that_is_shown_has_its_words() =>
        Assert.All(
            Core.Operations.Command.All,
            command =>
            {
                Assert.True(Text.Has($"command.{command.Name}"), command.Name);
                Assert.True(Text.Has($"command.{command.Name}.hint"), command.Name);
                Assert.All(
                    command.Fields.Where(field =>
                        field.Kind != Core.Operations.CommandFieldKind.Hidden
                    ),
                    field => Assert.True(Text.Has($"command.field.{field.Label}"), field.Label)
                );
            }
        );

    [Theory]
    [InlineData("form-too-large", "10485760", "10 MB")]
    [InlineData("file-too-large", "300000000", "286 MB")]
    [InlineData("file-type-unknown", "PDF, DOCX", "PDF (.pdf), Word (.docx)")]
    [InlineData(
        "closed",
        "2024-10-01T00:00:00+07:00",
        "Mon 30 Sep 2024, 24:00 (Hanoi time, UTC+7)"
    )]
    public void Plain_arguments_of_findings_are_put_into_words(
        string code,
        string argument,
        string expected
    ) =>
        Assert.Contains(
            expected,
            FindingText.Show(
                Sample.Context(Language.En),
                new Finding(code, Severity.Blocker, [argument])
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Two_sizes_that_read_alike_are_told_to_the_byte() =>
        Assert.Equal(
            "The file has 268,435,457 B; at most 268,435,456 B can be taken. Reduce the resolution of pictures or scans and send it again.",
            FindingText.Show(
                Sample.Context(Language.En),
                new Finding("file-too-large", Severity.Blocker, ["268435457", "268435456"])
            )
        );

    [Fact]
    public void Every_state_of_the_upload_page_has_a_next_step()
    {
        var steps =
            from window in Enum.GetValues<UploadWindow>()
            from phase in Enum.GetValues<AssignmentPhase>()
            from isUndecided in Enumerable.Range(0, 2).Select(one => one > 0)
            select UploadNextStep.Key(window, phase, isUndecided);

        var keys = steps.ToHashSet();

        Assert.Equal(
            Vietnamese
                .Keys.Where(key => key.StartsWith("upload.next.", StringComparison.Ordinal))
                .Order(),
            keys.Order()
        );
    }

    [Fact]
    public void A_missing_key_is_an_error_and_never_a_blank() =>
        Assert.Throws<KeyNotFoundException>(() => Text.Get(Language.Vi, "no.such.key"));

    private static IEnumerable<string> Words() =>
        [
            .. Keys<AssignmentPhase>(),
            .. Keys<TimelinessVerdict>(),
            .. Keys<TimelinessReason>(),
            .. Keys<TimelinessReason>()
                .Select(key => key.Replace("timeliness-", "fairness-", StringComparison.Ordinal)),
            .. Keys<FairnessInstant>(),
            .. Keys<Severity>(),
            .. Keys<FileFormat>(),
            .. Keys<DecisionVerdict>(),
            .. Keys<RoundOutcome>(),
            .. Keys<VoidingCause>(),
            .. Keys<DossierException>(),
            .. Keys<CycleOutcome>(),
            .. Keys<NextStep>(),
            .. Keys<OpeningCause>(),
            .. Keys<Channel>(),
            .. Keys<WindowOutcome>(),
            .. Keys<Language>(),
            .. Keys<MailStatus>(),
            .. Keys<MailResult>(),
            .. Keys<AnchorCause>(),
            .. Keys<OutageStay>(),
            .. Keys<ScanVerdict>(),
            .. Keys<StatusAlarmKind>(),
            .. Keys<UpcomingKind>(),
            .. Keys<StatusSort>(),
            .. Keys<HomePhase>(),
            .. Keys<TextGap>(),
            .. Keys<FigureState>(),
            .. Keys<Agreement>(),
        ];

    private static IEnumerable<string> Keys<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Text.Key);

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(SourceTree.PathOf("functions"), "*", SearchOption.AllDirectories)
            .Where(path =>
                path.EndsWith(".razor", StringComparison.Ordinal)
                || path.EndsWith(".cs", StringComparison.Ordinal)
            )
            .Where(path =>
                !path.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            .Select(File.ReadAllText);

    private static string Places(string text) =>
        string.Join(
            ',',
            Place()
                .Matches(text)
                .Select(match => match.Value)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [GeneratedRegex("""\{[a-z0-9-]+\}""")]
    private static partial Regex Place();

    [GeneratedRegex(
        """\b(T|C|Text\.Get|Text\.Count|Fact)\(\s*(?:(?:language|context\.Language|Language),\s*)?"([a-z][a-z0-9.-]+)"(?!\s*\+)"""
    )]
    private static partial Regex Literal();

    [GeneratedRegex("""new Finding\(\s*"([a-z-]+)\b""")]
    private static partial Regex Made();

    [GeneratedRegex(
        """(?:Refusal\.(?:Malformed|Unfit|Conflict)\(|\b(?:Refuse|Unfit)\(|RefusalKind\.\w+,|const string (?:Past|Over|AlreadyStarted|AnotherPlan) =)\s*"([a-z-]+)\b"""
    )]
    private static partial Regex Refused();

    [GeneratedRegex("""\.(one|many)$""")]
    private static partial Regex Counted();
}
