using System.Globalization;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Warnings about plans in words.</summary>
public static class PlanWarningText
{
    /// <summary>A warning with its place on one line, in the form editors can jump to.</summary>
    public static string Show(this PlacedWarning placed, Language language, PlanLookup plan)
    {
        var (message, remedy) = Show(language, plan, placed.Warning);
        return FormattableString.Invariant(
            $"{placed.File}:{placed.Line}: {placed.Warning.Path}: {message} {remedy} [{placed.Warning.Code}]"
        );
    }

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
        !DateTimeOffset.TryParseExact(
            value.TrimStart(PlanWarning.Limit[0]),
            "yyyy-MM-dd'T'HH:mm:ssK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var instant
        )
            ? value
        : value.StartsWith(PlanWarning.Limit, StringComparison.Ordinal)
            ? InstantText.Full(context, Deadline.At(instant))
        : InstantText.Full(context, instant);
}
