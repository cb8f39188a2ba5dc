using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Says to people and programs why no upload may begin.</summary>
internal static class PermissionText
{
    /// <summary>The reason as a sentence; and what is on record, if this attempt is not.</summary>
    public static string Show(this UploadPermission.Refused refused, PageContext context)
    {
        var why = FindingText.Show(context, refused.Why);
        return refused.IsRecorded ? why : $"{why} {Standing(context)}";
    }

    /// <summary>That equal attempts stand for this one.</summary>
    public static string Standing(PageContext context) =>
        Text.Get(
            context.Language,
            "upload.refused.standing",
            Numbers.Show(context.Language, AskingPace.RefusalsAnHour)
        );

    /// <summary>When to try again.</summary>
    public static string Show(this UploadPermission.Paused paused, PageContext context) =>
        Text.Get(
            context.Language,
            "upload.paused",
            InstantText.FullExact(context, context.Now.AddSeconds(paused.Seconds))
        );

    /// <summary>Puts the pause into the answer's head; to be sent with this status.</summary>
    public static int Tell(this UploadPermission.Paused paused, HttpRequest request)
    {
        request.HttpContext.Response.Headers.RetryAfter = paused.Seconds.ToString(
            CultureInfo.InvariantCulture
        );
        return StatusCodes.Status429TooManyRequests;
    }
}
