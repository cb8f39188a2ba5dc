using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>The one mapping of a refusal to words and to an HTTP status.</summary>
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

    /// <summary>The HTTP status that programs get: 400 malformed, 422 unfit, 409 in conflict with what is on record.</summary>
    public static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Malformed => StatusCodes.Status400BadRequest,
            RefusalKind.Unfit => StatusCodes.Status422UnprocessableEntity,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
