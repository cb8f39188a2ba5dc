using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <summary>Which commands make sense about an assignment now; a form for anything else would only lead to a refusal.</summary>
public static class CommandMenu
{
    /// <summary>The commands, the most usual first.</summary>
    public static IReadOnlyList<CommandKind> Of(
        CycleState cycle,
        AssignmentState state,
        DateTimeOffset now
    )
    {
        var isOpen = state.Current?.IsOpen(now) == true;
        var isClosed = state.Current is not null && !isOpen;
        var counts = state.Counting is not null;
        var isFree = cycle.RoundAtWork is null;
        return cycle.End is not null
            ? []
            :
            [
                .. Enum.GetValues<CommandKind>()
                    .Where(kind =>
                        kind switch
                        {
                            CommandKind.Reissue => state.Current is not null,
                            _ when state.Exemption is not null => false,
                            CommandKind.Reassign => !CommandRules.IsDecided(cycle),
                            CommandKind.Remind => isOpen && !state.CurrentIsAccepted,
                            _ when !isFree => false,
                            CommandKind.Extend => isOpen || (isClosed && !counts),
                            CommandKind.Return => isOpen
                                ? state.Submissions.Any(one => one.Window == state.Current!.Number)
                                : isClosed && counts,
                            CommandKind.Admit => Admissible(state).Any(),
                            CommandKind.AllowLate => isClosed && !counts,
                            CommandKind.Exempt => !counts,
                            _ => throw new ArgumentOutOfRangeException(nameof(state), kind, null),
                        }
                    ),
            ];
    }

    /// <summary>Whether a report that came on paper or by mail can be recorded.</summary>
    public static bool MayRecord(CycleState cycle, AssignmentState state) =>
        cycle is { End: null, RoundAtWork: null }
        && state is { Exemption: null, Current: not null };

    /// <summary>The stored reports that came after the close and could be admitted.</summary>
    public static IEnumerable<Submission> Admissible(AssignmentState state) =>
        state.Submissions.Where(report =>
            report.IsAcceptable && report.Judgement.Verdict == TimelinessVerdict.Refused
        );
}
