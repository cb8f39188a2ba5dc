using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Says why a command was not carried out.</summary>
public static class RefusalText
{
    /// <summary>As a sentence, with what to do instead.</summary>
    public static string Show(PageContext context, Refusal refusal) =>
        Text.Get(
            context.Language,
            $"refusal.{refusal.Code}",
            refusal.At is { } at ? InstantText.Full(context, at) : "–",
            refusal.By ?? "–"
        );

    /// <summary>As a problem for programs: 422 for what was sent, 409 for what stands in the way.</summary>
    public static IResult Problem(PageContext context, Refusal refusal) =>
        Problems.Of(
            StatusOf(refusal),
            $"command-{refusal.Code}",
            Show(context with { Language = Language.En }, refusal)
        );

    /// <summary>The HTTP status of a refusal.</summary>
    public static int StatusOf(Refusal refusal) =>
        refusal.Code
            is "reason-missing"
                or "reason-too-long"
                or "field-missing"
                or "time-unclear"
                or "due-missing"
                or "evidence-too-large"
                or "arrived-ahead"
                or "outage-backwards"
                or "outage-ahead"
                or "contact-unclear"
                or "name-unfit"
                or "address-unfit"
                or "language-unknown"
            ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status409Conflict;
}
