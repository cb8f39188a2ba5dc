using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Approving;

/// <summary>How one stage of a round stands: what each of its members answered, and how many answers it takes.</summary>
public sealed class StageTally
{
    private readonly ApprovalPlan plan;
    private readonly ApprovalStage stage;
    private readonly Dictionary<string, DecisionVerdict?> answers;

    /// <summary>Counts a stage.</summary>
    /// <param name="plan">The rules.</param>
    /// <param name="stage">The stage, with all that holds of it.</param>
    /// <param name="round">The round; only answers about its dossier count, and of each member the first.</param>
    /// <param name="now">The present: what stands on operations' word counts only once nobody can object.</param>
    public StageTally(ApprovalPlan plan, ApprovalStage stage, RoundState round, DateTimeOffset now)
    {
        this.plan = plan;
        this.stage = stage;
        answers = stage
            .Members.Except(round.Barred)
            .ToDictionary(
                member => member,
                member =>
                    round.AnswerOf(member) is { } answer && answer.Counts(now)
                        ? answer.Verdict
                        : (DecisionVerdict?)null
            );
    }

    /// <summary>The members who may answer, by id.</summary>
    public IReadOnlyCollection<string> Members => answers.Keys;

    /// <summary>How many have not answered.</summary>
    public int Open => answers.Values.Count(answer => answer is null);

    /// <summary>How many approvals approve; a share is taken of all members but those who withdrew.</summary>
    public int Needed => stage.Quorum!.Of(Base);

    /// <summary>
    /// Whether it can no longer be approved, whatever those who are still to answer say. It stays open, since somebody may yet reject or ask for
    /// changes; operations are told.
    /// </summary>
    public bool IsOutOfReach =>
        Of(DecisionVerdict.Approve) + Open < Needed
        || Required.Any(member =>
            answers.GetValueOrDefault(member, DecisionVerdict.Recuse)
                is not (null or DecisionVerdict.Approve)
        );

    /// <summary>How many members shares are taken of.</summary>
    public int Base =>
        answers.Count
        - Of(DecisionVerdict.Recuse)
        - (plan.AbstentionsCount == false ? Of(DecisionVerdict.Abstain) : 0);

    // Nobody stands in for a required member who may not or does not want to answer: then a person must see to it.
    private IEnumerable<string> Required => (plan.Required ?? []).Intersect(stage.Members);

    private bool RequiredApproved =>
        Required.All(member => answers.GetValueOrDefault(member) == DecisionVerdict.Approve);

    // Whoever has the casting vote decides among those who took a side; the required must be on it.
    private RoundOutcome? Cast =>
        Of(DecisionVerdict.Approve) != Of(DecisionVerdict.Reject) || plan.Casting is not { } casting
            ? null
            : answers.GetValueOrDefault(casting) switch
            {
                DecisionVerdict.Approve when RequiredApproved => RoundOutcome.Approved,
                DecisionVerdict.Reject => RoundOutcome.Rejected,
                _ => null,
            };

    /// <summary>How many members gave an answer.</summary>
    public int Of(DecisionVerdict verdict) => answers.Values.Count(answer => answer == verdict);

    /// <summary>How the stage stands, or null while it is open; expired if it is undecided and nobody will answer any more.</summary>
    /// <param name="isClosed">Whether no more answers are taken.</param>
    public RoundOutcome? Decide(bool isClosed)
    {
        // Once everybody has answered, waiting for the close would change nothing.
        var isOver = isClosed || Open == 0;
        return Of(DecisionVerdict.Reject) >= stage.Rejections!.Of(Base) ? RoundOutcome.Rejected
            : Of(DecisionVerdict.RequestChanges) > 0
                ? isOver || plan.Changes != ChangesAsked.Wait ? RoundOutcome.ChangesAsked
                    : null
            : Of(DecisionVerdict.Approve) >= Needed && RequiredApproved ? RoundOutcome.Approved
            : isOver ? Cast ?? RoundOutcome.Expired
            : null;
    }
}
