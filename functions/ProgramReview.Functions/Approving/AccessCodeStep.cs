using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>
/// A code that operations gave to the approver on paper or by telephone, and that no mail and no page holds. Wrong ones are counted on record:
/// after five the code rests for an hour, after twenty it is spent.
/// </summary>
internal sealed class AccessCodeStep(AccessCodes codes, TimeProvider clock) : ISecondStep
{
    private const string Field = "accessCode";
    private static readonly Refusal None = Refusal.Unfit("access-code-none", Field);

    /// <inheritdoc/>
    public SecondStep Kind => SecondStep.AccessCode;

    /// <inheritdoc/>
    public StepQuestion Ask(HttpRequest request, HeldLink held, string about) =>
        new(Kind)
        {
            Stopped = held.Cycle.State.AccessCodes.TryGetValue(held.Link.Person, out var code)
                ? code.Stopped(clock.GetUtcNow())
                : None,
        };

    /// <inheritdoc/>
    public StepProof Read(HttpRequest request, HeldLink held, IFormCollection form, string about)
    {
        var (person, typed) = (held.Link.Person, form[Field].ToString());
        return new StepProof(
            (cycle, now) =>
                !cycle.AccessCodes.TryGetValue(person, out var code) ? None
                : string.IsNullOrWhiteSpace(typed) ? Refusal.Unfit("access-code-missing", Field)
                : code.Stopped(now)
                    ?? (
                        codes.IsRight(held.Link.Cycle, code.Issued, typed)
                            ? null
                            : Refusal.Unfit("access-code-wrong", Field)
                    )
        )
        {
            CountedFor = person,
        };
    }
}
