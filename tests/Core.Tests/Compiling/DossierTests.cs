using System.Text;
using System.Text.Json;
using CsCheck;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
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
        var (dossier, reports) = Compile([], []);

        Assert.Equal([Consolidated, BaDinh, BaVi], reports.Select(report => report.Assignment));
        Assert.Equal(Consolidated, dossier.Consolidated);
        Assert.Equal(BaDinh.Cycle, dossier.Cycle);
        Assert.Equal(1, dossier.Round);
        Assert.Equal(Now, dossier.CompiledAt);
    }

    [Fact]
    public void Declared_outages_stand_in_the_manifest() =>
        Assert.Equal(
            (72, "Bão Yagi"),
            Assert.Single(Dossier.FromManifest(Compile([], []).Root.ToManifest()).Outages)
                is { Moved: { } moved, Reason: var reason }
                ? (moved, reason)
                : default
        );

    [Fact]
    public void A_report_names_its_source()
    {
        var (_, reports) = Compile([Opened(), Recorded("2024-09-12T09:00:00+07:00")], []);

        var report = reports[1];
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
        Assert.Equal(Chain.Origin, reports[2].ChainHead);
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
        var report = Compile(events, []).Reports[1];

        var said = string.Join(
            ", ",
            [
                report.Phase.ToString(),
                .. report
                    .Said()
                    .Where(said => said.What is DossierException.Late or DossierException.Missing)
                    .Select(said => said.What.ToString().ToLowerInvariant()),
            ]
        );
        Assert.True(said == expected, $"{why}: {said}");
    }

    [Fact]
    public void An_exemption_and_an_extension_are_told_with_their_reason()
    {
        var to = Instant("2024-09-16T00:00:00+07:00");
        var (_, reports) = Compile(
            [Opened(), new AssignmentEvent.DueExtended(1, Due, to, Closes, "o", "Bão")],
            [new AssignmentEvent.Exempted("o", "Sáp nhập")]
        );

        Assert.Equal((to, "Bão"), (reports[1].Extension!.To, reports[1].Extension!.Reason));
        Assert.Equal(to, reports[1].Due);
        Assert.Equal("Sáp nhập", reports[2].Exemption!.Reason);
    }

    [Fact]
    public void Its_manifest_comes_back_to_the_byte() =>
        Gen.Select(Texts, Gen.Int[0, 3], Gen.Int[0, 3])
            .Sample(
                (text, one, other) =>
                {
                    var (root, reports) = Compile([.. Some(one, text)], [.. Some(other, text)]);
                    var (manifest, piece) = (
                        root.ToManifest(),
                        new DossierPiece(reports).ToBytes()
                    );
                    return Dossier.FromManifest(manifest).ToManifest().SequenceEqual(manifest)
                        && DossierPiece.FromBytes(piece).ToBytes().SequenceEqual(piece);
                },
                iter: 1_000
            );

    [Fact]
    public void The_same_content_has_the_same_hash_and_any_other_another()
    {
        Event[] events = [Opened(), Recorded("2024-09-12T09:00:00+07:00")];
        var hash = HashOf(Compile(events, []).Root);

        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, HashOf(Compile(events, []).Root));
        Assert.NotEqual(hash, HashOf(Compile([.. events, Ended], []).Root));
        Assert.NotEqual(hash, HashOf(Compile(events, []).Root with { Round = 2 }));
        Assert.NotEqual(
            hash,
            HashOf(Compile(events, []).Root with { CompiledAt = Now.AddTicks(1) })
        );
        Assert.NotEqual(hash, HashOf(Compile(events, []).Root with { PlanHash = "other" }));
    }

    [Fact]
    public void One_bit_of_the_manifest_changes_the_hash()
    {
        var manifest = Compile([Opened(), Recorded("2024-09-12T09:00:00+07:00")], [])
            .Root.ToManifest();
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
        var (root, reports) = Compile([Opened(), Recorded("2024-09-12T09:00:00+07:00")], []);
        var text = Encoding.UTF8.GetString([
            .. root.ToManifest(),
            .. new DossierPiece(reports).ToBytes(),
        ]);

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
        Assert.Contains("\"Late\": 1", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"cycle\":\"../x\"}")]
    public void Other_bytes_are_no_manifest(string text)
    {
        Assert.Throws<JsonException>(() => Dossier.FromManifest(Encoding.UTF8.GetBytes(text)));
        Assert.Throws<JsonException>(() => DossierPiece.FromBytes(Encoding.UTF8.GetBytes(text)));
        Assert.Throws<JsonException>(() => DossierComments.FromBytes(Encoding.UTF8.GetBytes(text)));
    }

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
        var (root, reports) = Compile([Opened(), Recorded("2024-09-10T23:59:59+07:00")], []);

        Assert.Equal(Cycle.Cycle.Anchors.Skip(2), Dossier.FromManifest(root.ToManifest()).Anchors);
        var line = Assert.Single(reports[1].CloseCalls);
        Assert.Equal(BaDinh, line.Assignment);
        Assert.Equal(TimeSpan.FromSeconds(-1), line.Distance);
        Assert.Equal([line], root.Closest);
        Assert.Equal(1, root.Totals.CloseCalls);
    }

    // What is known of reports by name is shown nowhere but in pieces and their totals.
    [Fact]
    public void Totals_of_pieces_add_up_to_those_of_all_reports() =>
        Gen.Select(Texts, Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[1, 3])
            .Sample(
                (text, one, other, size) =>
                {
                    var reports = Compile([.. Some(one, text)], [.. Some(other, text)]).Reports;
                    return Json(DossierTotals.Of(reports))
                        == Json(
                            DossierTotals.Sum([
                                .. reports.Chunk(size).Select(some => DossierTotals.Of(some)),
                            ])
                        );
                },
                iter: 300
            );

    [Fact]
    public void A_page_of_exceptions_is_read_from_the_pieces_that_have_some_until_it_is_full() =>
        Gen.Select(Gen.Int[0, 5].Array[0, 12], Gen.Int[0, 6], Gen.Int[1, 7])
            .Sample(
                (counts, page, most) =>
                {
                    var root = Root([
                        .. counts.Select(
                            (count, i) =>
                                new DossierPieceRef(
                                    $"{i}",
                                    DossierTotals.None with
                                    {
                                        Exceptions = new Dictionary<DossierException, int>
                                        {
                                            [DossierException.Late] = count,
                                        },
                                    }
                                )
                        ),
                    ]);
                    var all = counts.SelectMany((count, i) => Enumerable.Repeat($"{i}", count));
                    var expected = all.Skip(page * most).Take(most).ToList();

                    var (pieces, skip) = root.With(DossierException.Late, page * most, most);

                    var read = pieces
                        .SelectMany(piece =>
                            Enumerable.Repeat(piece.Hash, piece.Totals.Of(DossierException.Late))
                        )
                        .Skip(skip)
                        .Take(most);
                    return read.SequenceEqual(expected)
                        && pieces.Select(piece => piece.Hash).SequenceEqual(expected.Distinct());
                }
            );

    [Fact]
    public void A_piece_for_everybody_has_no_questions_and_no_answers()
    {
        var piece = new DossierPiece(
            Compile(
                [
                    Opened(),
                    Recorded("2024-09-09T09:00:00+07:00"),
                    new AssignmentEvent.Explained(
                        1,
                        "report",
                        "target-far-1",
                        "The bridge.",
                        null,
                        "Lan",
                        "The bridge."
                    ),
                ],
                []
            ).Reports
        );

        Assert.Same(piece, piece.For(Readers.Participants));
        Assert.Contains("The bridge.", Text(piece), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "The bridge.",
            Text(piece.For(Readers.Everybody)),
            StringComparison.Ordinal
        );
        Assert.Equal(
            piece.Reports.Select(report => report.ChainHead),
            piece.For(Readers.Everybody).Reports.Select(report => report.ChainHead)
        );

        static string Text(DossierPiece piece) => Encoding.UTF8.GetString(piece.ToBytes());
    }

    [Fact]
    public void Former_rounds_are_told_with_their_answers_and_what_was_written_stands_apart()
    {
        var cycle = new EventStream(
            BaDinh.Cycle.Stream,
            Stream(
                BaDinh.Cycle.Stream,
                new CycleEvent.DossierCompiled(1, "d1"),
                new CycleEvent.RoundOpened(1, "d1", Closes),
                new CycleEvent.Decided(
                    1,
                    "d1",
                    "chair",
                    DecisionVerdict.RequestChanges,
                    "Mend it.",
                    []
                ),
                new CycleEvent.Decided(1, "d1", "deputy", DecisionVerdict.Approve, "", []),
                new CycleEvent.RoundEnded(1, RoundOutcome.ChangesAsked),
                new CycleEvent.DossierCompiled(2, "d2"),
                new CycleEvent.RoundVoided(
                    2,
                    "d2",
                    VoidingCause.Exempted,
                    BaDinh,
                    "Lan",
                    "Merged.",
                    "exempted"
                ),
                new CycleEvent.DossierCompiled(3, "d3")
            )
        );

        var rounds = DossierRound.Before(cycle, 3);

        Assert.Equal(
            [(1, "d1", RoundOutcome.ChangesAsked), (2, "d2", RoundOutcome.Voided)],
            rounds.Select(round => (round.Number, round.DossierHash, round.Outcome))
        );
        Assert.Equal(
            [("chair", DecisionVerdict.RequestChanges), ("deputy", DecisionVerdict.Approve)],
            rounds[0].Answers.Select(answer => (answer.Approver, answer.Verdict))
        );
        Assert.Null(rounds[0].Voided);
        Assert.Equal(VoidingCause.Exempted, rounds[1].Voided!.Cause);
        Assert.DoesNotContain(
            "Merged.",
            JsonSerializer.Serialize(rounds),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Lan", JsonSerializer.Serialize(rounds), StringComparison.Ordinal);
        Assert.Equal(
            [new DossierComment(1, "chair", "Mend it."), new DossierComment(2, "Lan", "Merged.")],
            DossierComments.Before(cycle, 3).Said
        );
        Assert.Empty(DossierComments.Before(cycle, 1).Said);
    }

    private static string Json(DossierTotals totals) => JsonSerializer.Serialize(totals);

    private static EventStream Cycle { get; } =
        new(
            BaDinh.Cycle.Stream,
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

    /// <summary>A root over pieces.</summary>
    internal static Dossier Root(IReadOnlyList<DossierPieceRef> pieces) =>
        Dossier.Compile(
            Plan(),
            "plan-hash",
            1,
            Now,
            new DossierPieces(pieces, []),
            Cycle,
            new DossierVersions(1, 1)
        );

    private static (Dossier Root, IReadOnlyList<DossierReport> Reports) Compile(
        Event[] baDinh,
        Event[] baVi
    )
    {
        var plan = Plan();
        var piece = DossierPiece.Of(
            plan.Assignments.Select(id =>
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
                )
            ),
            Now
        );
        var root = Dossier.Compile(
            plan,
            "plan-hash",
            1,
            Now,
            DossierPieces.None.With(piece),
            Cycle,
            new DossierVersions(1, 1)
        );
        return (root, piece.Reports);
    }
}
