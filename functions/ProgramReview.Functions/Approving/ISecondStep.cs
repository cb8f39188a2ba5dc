using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>One way in which an approver shows, beside the personal link, that it is they who act. Plans choose which.</summary>
public interface ISecondStep
{
    /// <summary>The plan's word for it.</summary>
    SecondStep Kind { get; }

    /// <summary>What the form of an act has to ask.</summary>
    /// <param name="request">Asks for the page.</param>
    /// <param name="held">The link.</param>
    /// <param name="about">What is acted on, for example a dossier's hash; the same when the form is drawn and when it is read.</param>
    StepQuestion Ask(HttpRequest request, HeldLink held, string about);

    /// <summary>What the form that was sent shows.</summary>
    /// <param name="request">Brings the form.</param>
    /// <param name="held">The link.</param>
    /// <param name="form">The form.</param>
    /// <param name="about">What is acted on.</param>
    StepProof Read(HttpRequest request, HeldLink held, IFormCollection form, string about);
}
