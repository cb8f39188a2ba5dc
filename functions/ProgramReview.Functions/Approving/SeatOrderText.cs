using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>What operations did for seats, as labels and values: letters and the page to object on say the same.</summary>
public static class SeatOrderText
{
    /// <summary>The lines, each with the key of its label.</summary>
    public static IEnumerable<(string Label, string Value)> Lines(
        PageContext page,
        SeatOrder order
    ) =>
        order.Event switch
        {
            CycleEvent.SeatPassed passed =>
            [
                ("mail.fact.seat", NameOf(page, passed.Seat)),
                ("mail.fact.member", NameOf(page, passed.To)),
                ("mail.fact.recorded-by", order.Terms.By),
            ],
            CycleEvent.MeetingRecorded meeting =>
            [
                ("mail.fact.held", InstantText.Full(page, meeting.Held)),
                .. meeting.Answers.Select(answer =>
                    (
                        "mail.fact.answer",
                        $"{NameOf(page, answer.Seat)}: {Text.Word(page.Language, answer.Verdict)}"
                    )
                ),
                ("dossier.hash", meeting.DossierHash),
                ("mail.fact.recorded-by", order.Terms.By),
            ],
            _ => throw new InvalidOperationException("An order of no known kind."),
        };

    private static string NameOf(PageContext page, string person) =>
        page.Plan!.FindPerson(person)?.Name.In(page.Language) ?? person;
}
