using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Core.Tests.Planning;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Receipts;

/// <summary>The signed papers of a round: the receipt of an answer, and the result.</summary>
public sealed class RoundPaperTests
{
    private static readonly DateTimeOffset Now = At("2024-10-05T10:00:00+07:00");

    private static readonly PlanLookup Five = new(
        SamplePlan.Plan with
        {
            Approval = SamplePlan.Plan.Approval with { SecondStep = SecondStep.AccessCode },
        }
    );

    private static readonly CycleEvent.Decided Changes = new(
        1,
        "hash",
        "chair",
        DecisionVerdict.RequestChanges,
        "Thiếu số liệu <quý III>.",
        [PartOf(BaDinh)]
    )
    {
        RuleVersion = Quorum.Version,
    };

    [Fact]
    public void An_answer_says_what_was_answered_about_what_and_where_it_stands()
    {
        var place = Place();
        var answer = place.Answer(Changes);

        Assert.Equal("sample/3", answer.Number);
        Assert.Equal(
            (2, place.Stream[^1].Hash),
            (answer.ChainHead.Sequence, answer.ChainHead.Hash)
        );
        Assert.Equal(
            (1, 1, "hash", 1, "chair", Changes.Comment, SecondStep.AccessCode),
            (
                answer.Round,
                answer.Stage,
                answer.DossierHash,
                answer.RuleVersion,
                answer.Approver,
                answer.Comment,
                answer.SecondStep
            )
        );
        Assert.Equal(
            Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{PartOf(BaDinh)}\n"))
            ),
            answer.Reopen!.Sha256
        );
        Assert.Null(place.Answer(Changes with { Reopen = [] }).Reopen);
    }

    [Fact]
    public void A_result_holds_base_threshold_and_every_answer_with_the_hash_of_its_entry()
    {
        var place = Place(
            Changes with
            {
                Verdict = DecisionVerdict.Approve,
                Reopen = [],
            },
            Changes with
            {
                Approver = "deputy",
                Verdict = DecisionVerdict.Recuse,
                Reopen = [],
            }
        );

        var result = place.Result(new CycleEvent.RoundEnded(1, RoundOutcome.Approved));

        var stage = Assert.Single(result.Stages);
        var tally = Quorum.Current(Five.Plan.Approval, place.Stream.Cycle.Round(1)!, Now);
        Assert.Equal((2, tally.Needed), (stage.Base, stage.Needed));
        Assert.Equal((1, 1, 1), (stage.Approvals, stage.Recusals, stage.Unanswered));
        Assert.Equal(
            place.Stream.Skip(2).Select(entry => entry.Hash),
            result.Answers.Select(answer => answer.EntryHash)
        );
        Assert.Equal(RoundOutcome.Approved, result.Outcome);
        Assert.Null(result.Barred);
    }

    [Fact]
    public void Each_kind_is_genuine_as_itself_alone()
    {
        var place = Place();
        ISigned[] papers =
        [
            place.Answer(Changes),
            place.Result(new CycleEvent.RoundEnded(1, RoundOutcome.Expired)),
            Signed.OnTime(),
        ];
        foreach (var paper in papers)
        {
            var genuine = Assert.IsType<ReceiptCheck.Genuine>(
                ReceiptCheck.Of(Signed.Sign(paper.ToBytes(), type: paper.Type), [Signed.Key])
            );
            Assert.IsType(paper.GetType(), genuine.Content);
            Assert.Equal(paper.ToBytes(), genuine.Content.ToBytes());
            Assert.All(
                papers.Where(other => other != paper),
                other =>
                    Assert.Equal(
                        ReceiptFault.UnknownVersion,
                        Signed.FaultOf(Signed.Sign(paper.ToBytes(), type: other.Type))
                    )
            );
        }
        Assert.Equal(
            ReceiptFault.NotInForm,
            Signed.FaultOf(Signed.Sign(papers[0].ToBytes(), type: "JWT"))
        );
    }

    [Fact]
    public void The_longest_answer_is_still_read()
    {
        var longest = Place()
            .Answer(Changes with { Comment = new string('ऋ', DecisionRules.MaxComment) });

        Assert.IsType<ReceiptCheck.Genuine>(
            ReceiptCheck.Of(Signed.Sign(longest.ToBytes(), type: longest.Type), [Signed.Key])
        );
    }

    private static SignedPlace Place(params CycleEvent.Decided[] answers) =>
        new(
            Five.Plan.Cycle,
            Five,
            new EventStream(
                Five.Plan.Cycle.Stream,
                Stream(
                    Five.Plan.Cycle.Stream,
                    [
                        new CycleEvent.Started(new string('a', 64), 1, "Lan"),
                        new CycleEvent.RoundOpened(1, "hash", Instant("2024-10-12T09:00:00+07:00")),
                        .. answers,
                    ]
                )
            ),
            Now,
            Signed.Key.Id
        );
}
