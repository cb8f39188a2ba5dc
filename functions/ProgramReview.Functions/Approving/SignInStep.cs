using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>
/// The account that is signed in bears the approver's address in the plan. The digits are asked too: a browser that is signed in sends forms for
/// whatever presses their buttons.
/// </summary>
internal sealed class SignInStep(IStaffAccess access, OwnSite site, DigitsStep digits) : ISecondStep
{
    /// <inheritdoc/>
    public SecondStep Kind => SecondStep.SignIn;

    /// <inheritdoc/>
    public StepQuestion Ask(HttpRequest request, HeldLink held, string about) =>
        digits.Ask(request, held, about) with
        {
            Kind = Kind,
            SignInPath = access.SignInAddress(request),
            SignedInAs = access.AddressOf(request.HttpContext),
            Stopped = WhyNot(request, held),
        };

    /// <inheritdoc/>
    public StepProof Read(HttpRequest request, HeldLink held, IFormCollection form, string about)
    {
        // A session goes along with whatever a page of another site sends.
        var why = site.IsForeign(request)
            ? Refusal.Conflict("sign-in-foreign")
            : WhyNot(request, held);
        var typed = digits.Read(request, held, form, about);
        return new StepProof((cycle, now) => why ?? typed.Refuse(cycle, now));
    }

    private Refusal? WhyNot(HttpRequest request, HeldLink held) =>
        access.AddressOf(request.HttpContext) switch
        {
            null => Refusal.Unfit("sign-in-missing", "signIn"),
            var address
                when string.Equals(
                    address,
                    held.Cycle.Plan.FindPerson(held.Link.Person)?.Email,
                    StringComparison.OrdinalIgnoreCase
                ) => null,
            var other => Refusal.Unfit("sign-in-other", "signIn") with { By = other },
        };
}
