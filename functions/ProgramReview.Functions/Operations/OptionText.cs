using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>The values of a choice in words.</summary>
internal static class OptionText
{
    private const int Longest = 90;

    public static string Show(PageContext context, CommandOption option, AssignmentId? about) =>
        option.Shown switch
        {
            string text => text,
            Person person => $"{person.Name.In(context.Language)} ({person.Id})",
            Submission report =>
                $"{report.FileName}, {InstantText.Full(context, report.Judgement.Committed)}{InBrackets(context, about, report.Part)}",
            FindingOption found =>
                $"{Place(context, found, about)}{Short(FindingText.What(context, found.Finding))} ({found.Submission.FileName})",
            OutlineSection section => section.Title.In(context.Language),
            PartState part => PartText.Name(context, about!.ReportType, part.Code) ?? part.Code,
            Entry entry => $"{option.Value}. {Short(EventText.Show(context, entry.Event, about))}",
            SeatOrder order =>
                $"{option.Value}. {Short(EventText.Show(context, order.Event, about))}",
            Language language => Text.Word(context.Language, language),
            NextStep step => Text.Word(context.Language, step),
            var other => throw new InvalidOperationException(
                $"{other.GetType().Name} has no words as a choice."
            ),
        };

    private static string Place(PageContext context, FindingOption found, AssignmentId? about) =>
        PlaceText.Show(context, found.Finding.Place, about?.ReportType) is { Length: > 0 } place
            ? $"{place}: "
            : "";

    private static string InBrackets(PageContext context, AssignmentId? about, string part) =>
        PartText.Name(context, about!.ReportType, part) is { } name ? $" ({name})" : "";

    private static string Short(string text) =>
        text.Length <= Longest ? text : $"{text[..Longest].TrimEnd()}…";
}
