using System.Text;
using System.Text.Json;
using CsCheck;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Compiling;

public sealed class DossierTests
{
    private static readonly DateTimeOffset Now = At("2024-10-02T09:00:00+07:00");
    private static readonly AssignmentId BaVi = AssignmentId.Parse(
        "hanoi-01-ctr-tu.ba-vi.district"
    );
    private static readonly AssignmentId Consolidated = AssignmentId.Parse(
        "hanoi-01-ctr-tu.organisation.r6"
    );
    private static readonly AssignmentEvent.WindowEnded Ended = new(1, WindowOutcome.Missing);

    [Fact]
    public void Every_assignment_of_the_plan_stands_in_it_in_the_plans_order()
    {
        var dossier = Compile([], []);

        Assert.Equal(
            [Consolidated, BaDinh, BaVi],
            dossier.Reports.Select(report => report.Assignment)
        );
        Assert.Equal(Consolidated, dossier.Consolidated);
        Assert.Equal(BaDinh.Cycle, dossier.Cycle);
        Assert.Equal(1, dossier.Round);
        Assert.Equal(Now, dossier.CompiledAt);
    }

    [Fact]
    public void Declared_outages_stand_in_the_manifest() =>
        Assert.Equal(
            (72, "Bão Yagi"),
            Assert.Single(Dossier.FromManifest(Compile([], []).ToManifest()).Outages)
                is { Moved: { } moved, Reason: var reason }
                ? (moved, reason)
                : default
        );

    [Fact]
    public void A_report_names_its_source()
    {
        var dossier = Compile([Opened(), Recorded("2024-09-12T09:00:00+07:00")], []);

        var report = dossier.Reports[1];
        Assert.Equal(AssignmentPhase.Late, report.Phase);
        Assert.Equal(TimelinessVerdict.Late, report.Timeliness);
        Assert.Equal(
            new CountingFile(
                "hanoi-01-ctr-tu/ba-dinh/district/1/report/p1",
                "Báo cáo quận Ba Đình.docx",
                12_345,
                new string('a', 64),
                At("2024-09-12T09:00:00+07:00"),
                1,
                TimelinessVerdict.Late,
                Due
            ),
            Assert.Single(report.Parts).Counting
        );
        Assert.Equal(
            Stream(BaDinh.Stream, Opened(), Recorded("2024-09-12T09:00:00+07:00"))[^1].Hash,
            report.ChainHead
        );
        Assert.Equal(Chain.Origin, dossier.Reports[2].ChainHead);
    }

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, Event[], string> Reports =>
        new()
        {
            { "on time", [Opened(), Recorded("2024-09-09T09:00:00+07:00"), Ended], "OnTime" },
            { "late", [Opened(), Recorded("2024-09-12T09:00:00+07:00")], "Late, late" },
            { "late, then a correction in its time", [Opened(), Recorded("2024-09-12T09:00:00+07:00"), Ended, Opened(2, Closes, Closes), Recorded("2024-09-29T09:00:00+07:00", 2, null, Closes, Closes)], "Late, late" },
            { "nothing came", [Opened(), Ended], "Missing, missing" },
            { "a refused one came", [Opened(), Recorded("2024-10-01T00:00:00+07:00"), Ended], "Missing, missing" },
            { "a broken one came", [Opened(), Recorded("2024-09-09T09:00:00+07:00", finding: Severity.Blocker), Ended], "Missing, missing" },
            { "still open", [Opened()], "Overdue, missing" },
            { "never opened", [], "Waiting, missing" },
            { "exempt", [Opened(), new AssignmentEvent.Exempted("o", "Sáp nhập")], "Exempt" },
        };

    [Theory]
    [MemberData(nameof(Reports))]
    public void It_says_who_was_late_and_who_is_missing(string why, Event[] events, string expected)
    {
        var dossier = Compile(events, []);

        var said = string.Join(
            ", ",
            [
                dossier.Reports[1].Phase.ToString(),
                .. dossier.Late().Where(report => report.Assignment == BaDinh).Select(_ => "late"),
                .. dossier
                    .Missing()
                    .Where(report => report.Assignment == BaDinh)
                    .Select(_ => "missing"),
            ]
        );
        Assert.True(said == expected, $"{why}: {said}");
    }

    [Fact]
    public void An_exemption_and_an_extension_are_told_with_their_reason()
    {
        var to = Instant("2024-09-16T00:00:00+07:00");
        var dossier = Compile(
            [Opened(), new AssignmentEvent.DueExtended(1, Due, to, Closes, "o", "Bão")],
            [new AssignmentEvent.Exempted("o", "Sáp nhập")]
        );

        Assert.Equal(
            (to, "Bão"),
            (dossier.Reports[1].Extension!.To, dossier.Reports[1].Extension!.Reason)
        );
        Assert.Equal(to, dossier.Reports[1].Due);
        Assert.Equal("Sáp nhập", dossier.Reports[2].Exemption!.Reason);
    }

    [Fact]
    public void Its_manifest_comes_back_to_the_byte() =>
        Gen.Select(Texts, Gen.Int[0, 3], Gen.Int[0, 3])
            .Sample(
                (text, one, other) =>
                {
                    var manifest = Compile([.. Some(one, text)], [.. Some(other, text)])
                        .ToManifest();
                    return Dossier.FromManifest(manifest).ToManifest().SequenceEqual(manifest);
                },
                iter: 1_000
            );

    [Fact]
    public void The_same_content_has_the_same_hash_and_any_other_another()
    {
        Event[] events = [Opened(), Recorded("2024-09-12T09:00:00+07:00")];
        var hash = HashOf(Compile(events, []));

        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, HashOf(Compile(events, [])));
        Assert.NotEqual(hash, HashOf(Compile([.. events, Ended], [])));
        Assert.NotEqual(hash, HashOf(Compile(events, []) with { Round = 2 }));
        Assert.NotEqual(hash, HashOf(Compile(events, []) with { CompiledAt = Now.AddTicks(1) }));
        Assert.NotEqual(hash, HashOf(Compile(events, []) with { PlanHash = "other" }));
    }

    [Fact]
    public void One_bit_of_the_manifest_changes_the_hash()
    {
        var manifest = Compile([Opened(), Recorded("2024-09-12T09:00:00+07:00")], []).ToManifest();
        var hash = Dossier.HashOf(manifest);

        Gen.Select(Gen.Int[0, manifest.Length - 1], Gen.Int[0, 7])
            .Sample(
                (at, bit) =>
                {
                    byte[] touched = [.. manifest];
                    touched[at] ^= (byte)(1 << bit);
                    return Dossier.HashOf(touched) != hash;
                },
                iter: Many
            );
    }

    // Whoever holds a published manifest can hash it on any machine: the bytes depend on neither system nor version.
    [Fact]
    public void The_manifest_is_plain_text_that_a_person_can_read()
    {
        var text = Encoding.UTF8.GetString(
            Compile([Opened(), Recorded("2024-09-12T09:00:00+07:00")], []).ToManifest()
        );

        Assert.DoesNotContain('\r', text);
        Assert.Contains(
            "\"fileName\": \"Báo cáo quận Ba Đình.docx\"",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"committed\": \"2024-09-12T09:00:00+07:00\"",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\"timeliness\": \"Late\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"cycle\":\"../x\"}")]
    public void Other_bytes_are_no_manifest(string text) =>
        Assert.Throws<JsonException>(() => Dossier.FromManifest(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<Event> Some(int count, string text) =>
        new Event[]
        {
            Opened(),
            new AssignmentEvent.SubmissionRecorded(
                Submission(At("2024-09-12T09:00:00+07:00")) with
                {
                    FileName = text,
                }
            ),
            new AssignmentEvent.Exempted(text, text),
        }.Take(count);

    private static string HashOf(Dossier dossier) => Dossier.HashOf(dossier.ToManifest());

    [Fact]
    public void It_holds_the_last_anchors_and_every_close_judgement()
    {
        var dossier = Dossier.FromManifest(
            Compile([Opened(), Recorded("2024-09-10T23:59:59+07:00")], []).ToManifest()
        );

        Assert.Equal(Cycle.Anchors.Skip(2), dossier.Anchors);
        var line = Assert.Single(dossier.CloseCalls);
        Assert.Equal(BaDinh, line.Assignment);
        Assert.Equal(TimeSpan.FromSeconds(-1), line.Distance);
    }

    // Manifests of versions that knew neither anchors nor close judgements are read for ever.
    [Fact]
    public void A_manifest_without_them_is_still_read()
    {
        var text = Encoding.UTF8.GetString(Compile([], []).ToManifest());
        var older = text[..text.IndexOf(",\n  \"anchors\"", StringComparison.Ordinal)] + "\n}";

        var dossier = Dossier.FromManifest(Encoding.UTF8.GetBytes(older));

        Assert.Empty(dossier.Anchors);
        Assert.Empty(dossier.CloseCalls);
    }

    private static CycleState Cycle { get; } =
        CycleState.Of(
            Stream(
                BaDinh.Cycle.Stream,
                [
                    .. Enumerable
                        .Range(1, 7)
                        .Select(i => new CycleEvent.Anchored(
                            AnchorCause.Day,
                            new DateOnly(2024, 9, i),
                            new string('a', 64),
                            2
                        )),
                    new CycleEvent.OutageDeclared(
                        new OutageWindow(Now.AddHours(-3), Now.AddHours(-1)),
                        2,
                        "Minh",
                        "Bão Yagi"
                    ),
                    new CycleEvent.OutageApplied(8, 72, []),
                ]
            )
        );

    private static Dossier Compile(Event[] baDinh, Event[] baVi) =>
        Dossier.Compile(
            Plan(),
            "plan-hash",
            1,
            Now,
            id =>
                AssignmentRow.Of(
                    id,
                    new EventStream(
                        id.Stream,
                        Stream(
                            id.Stream,
                            id == BaDinh ? baDinh
                                : id == BaVi ? baVi
                                : []
                        )
                    )
                ),
            Cycle
        );
}
