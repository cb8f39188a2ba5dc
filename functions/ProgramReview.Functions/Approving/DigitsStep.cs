using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>Four digits stand on the page and are typed: what a reader does, and no program that follows links or sends forms as they are.</summary>
internal sealed class DigitsStep(LinkTokens tokens) : ISecondStep
{
    private const string Field = "confirmation";

    /// <inheritdoc/>
    public SecondStep Kind => SecondStep.None;

    /// <inheritdoc/>
    public StepQuestion Ask(HttpRequest request, HeldLink held, string about) =>
        new(Kind) { Digits = tokens.ConfirmationOf(held.Link.Id, about) };

    /// <inheritdoc/>
    public StepProof Read(HttpRequest request, HeldLink held, IFormCollection form, string about)
    {
        var isRight = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(HumanText.WithPlainDigits(HumanText.Clean(form[Field]))),
            Encoding.UTF8.GetBytes(tokens.ConfirmationOf(held.Link.Id, about))
        );
        return new StepProof(
            (_, _) => isRight ? null : Refusal.Unfit("decision-confirmation-wrong", Field)
        );
    }
}
