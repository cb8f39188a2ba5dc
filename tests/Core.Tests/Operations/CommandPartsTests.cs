using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Operations;

/// <summary>Which parts of a report a command is about.</summary>
public sealed class CommandPartsTests
{
    private const string InTime = "2024-09-09T10:00:00+07:00";

    private static readonly DateTimeOffset InWindow = At("2024-09-10T12:00:00+07:00");
    private static readonly DateTimeOffset AfterClose = At("2024-10-02T12:00:00+07:00");
    private static readonly Deadline October = Instant("2024-10-10T00:00:00+07:00");

    private static readonly AssignmentState Open = State(InParts());
    private static readonly AssignmentState Half = State(InParts(), Came("report"));
    private static readonly AssignmentState Whole = State(
        InParts(),
        Came("report"),
        Came("annex"),
        Came("signed")
    );

    [Theory]
    [InlineData("", "report annex", "without a name every required part that came")]
    [InlineData("annex", "annex", "or the one that is named")]
    [InlineData("annex, report", "report annex", "in the plan's order")]
    [InlineData("signed", "signed", "an optional one too")]
    public void A_return_inside_the_window_names_parts(string named, string parts, string why) =>
        Assert.True(
            parts
                == string.Join(
                    ' ',
                    Written<AssignmentEvent.ReturnAsked>(Whole, Back(null, named), InWindow).Parts
                ),
            why
        );

    [Fact]
    public void Only_what_came_can_be_sent_back()
    {
        Assert.Equal(
            ["report"],
            Written<AssignmentEvent.ReturnAsked>(Half, Back(null, ""), InWindow).Parts
        );
        Assert.Equal(
            Refusal.Unfit("part-unfit", "parts"),
            WhyNot(Half, Back(null, "annex"), InWindow)
        );
        Assert.Equal(["signed"], Reopening(Half, Back(October, "signed")).Parts);
        Assert.Equal(
            Refusal.Unfit("part-unfit", "parts"),
            WhyNot(Whole, Back(October, "appendix"), AfterClose)
        );
        Assert.Equal(
            "nothing-sent",
            WhyNot(State(InParts(), Came("signed")), Back(null, ""), InWindow).Code
        );
    }

    [Fact]
    public void A_return_after_the_close_asks_for_parts_that_count()
    {
        Assert.Equal(["report"], Reopening(Half, Back(October, "")).Parts);
        Assert.Equal(["annex", "signed"], Reopening(Whole, Back(October, "signed annex")).Parts);
        Assert.Equal("nothing-counts", WhyNot(Open, Back(October, ""), AfterClose).Code);
    }

    [Fact]
    public void Late_sending_and_an_extension_after_the_close_are_about_what_is_missing()
    {
        Assert.Equal(["annex"], Reopening(Half, Late("")).Parts);
        Assert.Equal(["annex", "signed"], Reopening(Half, Late("annex signed")).Parts);
        Assert.Equal(["report", "annex"], Reopening(Open, Late("")).Parts);
        Assert.Equal("part-unfit", WhyNot(Half, Late("report"), AfterClose).Code);
        Assert.Equal("already-received", WhyNot(Whole, Late(""), AfterClose).Code);
        Assert.Equal(
            ["annex"],
            Reopening(Half, new Command.Extend(October, null, null, "Minh", "x")).Parts
        );
    }

    [Fact]
    public void Half_a_report_can_still_be_exempted_and_is_reminded_of()
    {
        Written<AssignmentEvent.Exempted>(Half, new Command.Exempt("Minh", "x"), InWindow);
        Written<AssignmentEvent.Reminded>(Half, new Command.Remind("Minh", "x"), InWindow);
        Assert.Equal(
            "already-received",
            WhyNot(Whole, new Command.Exempt("Minh", "x"), InWindow).Code
        );
    }

    [Fact]
    public void Evidence_on_paper_is_of_a_part_that_is_asked_for()
    {
        Command Record(string part) =>
            new Command.Record(InWindow, part, "a1", "scan.pdf", "van-phong", "Minh", "x");
        var reopened = Half.Apply(new AssignmentEvent.WindowEnded(1, WindowOutcome.Missing))
            .Apply(
                new AssignmentEvent.Opened(
                    2,
                    OpeningCause.LateAllowed,
                    Due,
                    October,
                    [new("annex", true), new("signed", false)],
                    null
                )
            );

        var permitted = Written<AssignmentEvent.UploadPermitted>(
            reopened,
            Record("annex"),
            AfterClose
        );

        Assert.Equal(
            ("annex", "hanoi-01-ctr-tu/ba-dinh/district/2/annex/a1"),
            (permitted.Part, permitted.BlobName)
        );
        Assert.Equal("part-unfit", WhyNot(reopened, Record("report"), AfterClose).Code);
        Assert.Equal("part-unfit", WhyNot(reopened, Record(""), AfterClose).Code);
    }

    [Fact]
    public void The_form_asks_which_part_only_where_there_are_several()
    {
        bool Asks(string command, AssignmentState state, DateTimeOffset now) =>
            Command
                .All.Single(one => one.Name == command)
                .Fields.Single(field => field.Name is "parts" or "part")
                .IsShown(new CommandScene(CycleState.None, BaDinh, state, now));

        foreach (var command in new[] { "return", "allow-late", "record" })
        {
            Assert.True(Asks(command, Half, AfterClose), command);
            Assert.False(Asks(command, State(Opened()), AfterClose), command);
        }
        Assert.Equal(
            ["annex", "signed"],
            Command
                .All.Single(one => one.Name == "allow-late")
                .Fields.Single(field => field.Name == "parts")
                .Options(new CommandScene(CycleState.None, BaDinh, Half, AfterClose))
                .Select(option => option.Value)
        );
    }

    private static AssignmentEvent.Opened InParts() =>
        new(
            1,
            OpeningCause.Plan,
            Due,
            Closes,
            [new("report", true), new("annex", true), new("signed", false)],
            null
        );

    private static AssignmentEvent.SubmissionRecorded Came(string part) =>
        new(Submission(At(InTime), permission: "p1", part: part));

    private static Command.Return Back(Deadline? due, string parts) =>
        new(due, null, Named(parts), "Minh", "No annex");

    private static Command.AllowLate Late(string parts) => new(October, Named(parts), "Minh", "x");

    private static string[] Named(string parts) =>
        parts.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private static CommandOutcome Decide(
        AssignmentState state,
        Command command,
        DateTimeOffset now
    ) => CommandRules.Decide(new(CycleState.None, BaDinh, state, now), command);

    private static T Written<T>(AssignmentState state, Command command, DateTimeOffset now)
        where T : AssignmentEvent =>
        Assert.IsType<T>(Assert.IsType<CommandOutcome.Written>(Decide(state, command, now)).Event);

    private static CycleEvent.Reopened Reopening(AssignmentState state, Command command) =>
        Assert.IsType<CommandOutcome.Reopening>(Decide(state, command, AfterClose)).Event;

    private static Refusal WhyNot(AssignmentState state, Command command, DateTimeOffset now) =>
        Assert.IsType<CommandOutcome.Refused>(Decide(state, command, now)).Why;
}
