using System.Globalization;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Warnings about plans in words.</summary>
public static class PlanWarningText
{
    /// <summary>What is to be looked at, and how to mend it: a sentence each.</summary>
    public static (string Message, string Remedy) Show(
        Language language,
        PlanLookup plan,
        PlanWarning warning
    )
    {
        var context = new PageContext(language, plan.Plan.Opens, plan);
        var arguments = warning.Arguments.Select(argument => Argument(context, argument)).ToArray();
        return (
            Text.Get(language, $"plan-warning.{warning.Code}", arguments),
            Text.Get(language, $"plan-warning.{warning.Code}.remedy", arguments)
        );
    }

    private static string Argument(PageContext context, string value) =>
        DateTimeOffset.TryParseExact(
            value,
            "yyyy-MM-dd'T'HH:mm:sszzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var instant
        )
            ? InstantText.Full(context, instant)
            : value;
}
