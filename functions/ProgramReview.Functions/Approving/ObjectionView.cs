using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>Draws the page to object on from the record, and says what a link to it objects to.</summary>
public sealed class ObjectionView(
    LinkAddresses addresses,
    SecondSteps steps,
    MinutesFiles minutes,
    PageRenderer renderer,
    TimeProvider clock
)
{
    /// <summary>The field of what somebody wrote.</summary>
    internal const string CommentField = "comment";

    /// <summary>What the holder of a link objects to.</summary>
    public static CycleEvent.SeatObjected ObjectionOf(HeldLink held, string comment)
    {
        var order = OrderOf(held);
        return new CycleEvent.SeatObjected(
            order.Sequence,
            ObjectionRules.SeatOf(held.Cycle.State, order, held.Link.Person) ?? "",
            held.Link.Person,
            comment
        );
    }

    /// <summary>The page of a link.</summary>
    /// <param name="request">Asks for it.</param>
    /// <param name="held">The link.</param>
    /// <param name="answer">What came of the form that was posted, or null.</param>
    public async Task<PageResult> ShowAsync(HttpRequest request, HeldLink held, FormAnswer? answer)
    {
        var order = OrderOf(held);
        var now = clock.GetUtcNow();
        var objection = ObjectionOf(held, "");
        var made =
            objection.Seat.Length > 0 && order.Objections.TryGetValue(objection.Seat, out var at)
                ? at
                : (DateTimeOffset?)null;
        var path = addresses.Of(LinkPurpose.Objection, held.Link.Id).AbsolutePath;
        return new PageResult(
            await renderer.RenderAsync<ObjectionPage>(
                new ObjectionPageModel
                {
                    Context = held.Page(request, now),
                    Path = path,
                    Order = order,
                    Minutes = order.Event is CycleEvent.MeetingRecorded meeting
                        ? minutes.LineOf(held.Cycle.State, meeting, $"{path}/minutes")
                        : null,
                    Step = steps.Of(held.Cycle.Plan.Plan).Ask(request, held, held.Link.Subject),
                    ObjectedAt = made,
                    Over = ObjectionRules.Refuse(held.Cycle.State, objection, now),
                    Comment = answer?.ValueOf(CommentField) ?? "",
                    Problems = answer?.Refusals ?? [],
                }
            )
        );
    }

    /// <summary>What a link is about.</summary>
    public static SeatOrder OrderOf(HeldLink held) =>
        ObjectionRules.Find(
            held.Cycle.State,
            long.Parse(held.Link.Subject, CultureInfo.InvariantCulture)
        )!;
}
