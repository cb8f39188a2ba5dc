using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Requesting;

/// <summary>What a window takes, and what it waits for.</summary>
public sealed class WindowPartsTests
{
    private static readonly PlanLookup InParts = new(
        Plan().Plan with
        {
            ReportTypes =
            [
                .. Plan()
                    .Plan.ReportTypes.Select(type =>
                        type with
                        {
                            Parts =
                            [
                                Part("report", true),
                                Part("annex", true),
                                Part("signed", false),
                            ],
                        }
                    ),
            ],
        }
    );

    [Fact]
    public void A_plan_without_parts_asks_for_the_report_as_a_whole() =>
        Assert.Equal([new AskedPart("report", true)], WindowTerms.Of(Plan(), BaDinh, 1, [])!.Parts);

    [Fact]
    public void The_plans_own_window_asks_for_all_and_waits_for_the_required_ones() =>
        Assert.Equal(
            [new("report", true), new("annex", true), new AskedPart("signed", false)],
            WindowTerms.Of(InParts, BaDinh, 1, [])!.Parts
        );

    [Fact]
    public void A_reopening_waits_for_what_was_named_and_takes_optional_parts_beside_it()
    {
        Assert.Equal([new("annex", true), new AskedPart("signed", false)], Ordered("annex"));
        Assert.Equal([new AskedPart("signed", true)], Ordered("signed"));
    }

    [Fact]
    public void What_several_approvers_name_is_asked_for_together()
    {
        CycleEvent Asks(string approver, params string[] parts) =>
            new CycleEvent.Decided(
                1,
                "h",
                approver,
                DecisionVerdict.RequestChanges,
                "x",
                [.. parts.Select(part => new PartId(BaDinh, part))]
            );
        var cycle = Stream(
            BaDinh.Cycle.Stream,
            new CycleEvent.RoundOpened(1, "h", Closes),
            Asks("approver-1", "annex"),
            Asks("approver-2", "report", "annex"),
            new CycleEvent.RoundEnded(1, RoundOutcome.ChangesAsked)
        );

        Assert.Equal(
            [new("report", true), new("annex", true), new AskedPart("signed", false)],
            WindowTerms.Of(InParts, BaDinh, 2, cycle)!.Parts
        );
    }

    private static IReadOnlyList<AskedPart> Ordered(string part) =>
        WindowTerms
            .Ordered(
                InParts,
                new CycleEvent.Reopened(
                    BaDinh,
                    2,
                    OpeningCause.Returned,
                    [part],
                    Due,
                    Closes,
                    Due,
                    Closes,
                    "Minh",
                    "x"
                ),
                Opening
            )
            .Parts;

    private static ReportPart Part(string code, bool required) =>
        new(code, Text(code), PartKind.Report, [FileFormat.Pdf], required);
}
